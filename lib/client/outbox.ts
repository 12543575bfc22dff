import * as changes from "@/lib/client/outbox-changes";
import type { OutboxDrain } from "@/lib/client/outbox-drain";
import type { Intent, OutboxEntry } from "@/lib/client/outbox-entry";
import type { OutboxStorage } from "@/lib/client/outbox-storage";
import { isConnected } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";

/** What has been done here and is not known to be stored yet: the device's copy with what is on its way there. */
export const outbox = createStore<readonly OutboxEntry[]>([]);

/** What the session brings a moment after the page: where the outbox lies, who empties it, and how other tabs hear of it. */
type Backing = {
  storage: OutboxStorage;
  drain: Pick<OutboxDrain, "start" | "startAfresh">;
  changed: () => void;
};

/** The ids that messages have got since, by their `client_id`: for what was begun while they still waited. */
const ids = new Map<string, string>();

let storage: Promise<OutboxStorage>;
let opened: (storage: OutboxStorage) => void;
let stored: readonly OutboxEntry[] = [];
let unstored: changes.OutboxChange[] = [];
let backing: Omit<Backing, "storage"> | undefined;

function close(): void {
  storage = new Promise((resolve) => (opened = resolve));
  stored = [];
  unstored = [];
  backing = undefined;
  outbox.set([]);
}
close();

/** From here on what was taken is kept on the device and sent; what was taken before comes first. Returns what ends it. */
export function backOutbox({ storage: lasting, ...rest }: Backing): () => void {
  backing = rest;
  opened(lasting);
  void rereadOutbox().then(rest.drain.start.bind(rest.drain));
  return close;
}

export function noteMessageId(clientId: string, id: string): void {
  ids.set(clientId, id);
}

function show(): void {
  const now = unstored.reduce((all, change) => change(all), stored);
  // Nothing stays nothing: another empty list would have every list of messages drawn again.
  if (now.length > 0 || outbox.get().length > 0) outbox.set(now);
}

/** Shown at once; kept on the device a moment later, in the order of the calls. */
export async function changeOutbox(change: changes.OutboxChange): Promise<void> {
  unstored.push(change);
  show();
  const after = await (await storage).change(change);
  if (!unstored.includes(change)) return;
  stored = after;
  unstored = unstored.filter((other) => other !== change);
  show();
}

/** Reads what other tabs have changed. */
export const rereadOutbox = (): Promise<void> => changeOutbox((all) => all);

/** Takes something that was done. `id` is the message's `client_id`, made when it was composed. */
export function enqueue(room: string, intent: Intent, id: string = crypto.randomUUID()): void {
  const last = outbox.get().at(-1)?.order ?? 0;
  const entry: OutboxEntry = {
    ...intent,
    ...("target" in intent && { target: ids.get(intent.target) ?? intent.target }),
    client_id: id,
    order: Math.max(Date.now(), last + 1),
    room,
    created_at: new Date().toISOString(),
    state: "waiting",
    error: null,
    // Saves a second write to the device for what leaves at once.
    tried: isConnected(),
  };
  void changeOutbox(changes.compose(entry)).then(() => {
    backing?.changed();
    backing?.drain.start();
  });
}

/** Tries again what was refused; `anyway`: although the house has warned of it. */
export function retry(id: string, anyway = false): void {
  void changeOutbox((anyway ? changes.sendAnyway : changes.retry)(id)).then(() => {
    backing?.changed();
    backing?.drain.start();
  });
}

export function discard(id: string): void {
  void changeOutbox(changes.discard(id)).then(() => backing?.changed());
}

/** Tries everything at once: after a connection, with no regard to how often it failed before. */
export const flushOutbox = (): void => backing?.drain.startAfresh();

import type { QueryClient } from "@tanstack/react-query";
import type { DeviceDatabase } from "@/lib/client/device-database";
import { isStillHere } from "@/lib/client/device-person";
import * as changes from "@/lib/client/outbox-changes";
import { OutboxDrain } from "@/lib/client/outbox-drain";
import type { Intent, OutboxEntry } from "@/lib/client/outbox-entry";
import { deviceStorage, lastingStorage, memoryStorage, type OutboxStorage } from "@/lib/client/outbox-storage";
import { settleEntry } from "@/lib/client/settle-entry";
import { isConnected } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";
import type { Answer } from "@/lib/client/transmit";

/** What has been done here and is not known to be stored yet: the device's copy with what is on its way there. */
export const outbox = createStore<readonly OutboxEntry[]>([]);

type Settled = { entry: OutboxEntry; answer: Answer };
type News = { settled?: Settled };

/** The ids that messages have got since, by their `client_id`: for what was begun while they still waited. */
const ids = new Map<string, string>();

let storage: Promise<OutboxStorage>;
let opened: (storage: OutboxStorage) => void;
let stored: readonly OutboxEntry[] = [];
let unstored: changes.OutboxChange[] = [];
let drain: OutboxDrain | undefined;
let tell: (news: News) => void = () => undefined;

function close(): void {
  storage = new Promise((resolve) => (opened = resolve));
  stored = [];
  unstored = [];
  drain = undefined;
  tell = () => undefined;
  outbox.set([]);
}
close();

const show = () => outbox.set(unstored.reduce((all, change) => change(all), stored));

/** Shown at once; kept on the device a moment later, in the order of the calls. */
async function apply(change: changes.OutboxChange): Promise<void> {
  unstored.push(change);
  show();
  const after = await (await storage).change(change);
  if (!unstored.includes(change)) return;
  stored = after;
  unstored = unstored.filter((other) => other !== change);
  show();
}

/** Reads what other tabs have changed. */
const reread = () => apply((all) => all);

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
  void apply(changes.compose(entry)).then(() => {
    tell({});
    drain?.start();
  });
}

export function retry(id: string): void {
  void apply(changes.retry(id)).then(() => {
    tell({});
    drain?.start();
  });
}

export function discard(id: string): void {
  void apply(changes.discard(id)).then(() => tell({}));
}

/** Tries everything at once: after a connection, with no regard to how often it failed before. */
export const flushOutbox = (): void => drain?.startAfresh();

/** Opens the person's outbox; every tab has it, and one of them at a time sends. */
export function openOutbox(client: QueryClient, person: number, database: DeviceDatabase | null): () => void {
  const name = `aristay.outbox.${person}`;
  const take = ({ entry, answer }: Settled) => {
    if (entry.kind === "send" && answer.message) ids.set(entry.client_id, answer.message.id);
    settleEntry(client, entry, answer);
  };
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  tell = (news) => channel?.postMessage(news);
  channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.settled) take(data.settled);
    void reread().then(() => drain?.start());
  });
  drain = new OutboxDrain({
    lock: name,
    entries: () => outbox.get(),
    mayRun: () => isStillHere(person),
    reread,
    apply,
    settled: async (entry, answer) => {
      take({ entry, answer });
      tell({ settled: { entry, answer } });
      // The message first, then its entry goes: whatever is drawn in between shows it once.
      await new Promise<void>((resolve) => afterQueries(resolve));
      await apply(changes.settle(entry.client_id, answer.message?.id));
      tell({});
    },
  });
  opened(database ? lastingStorage(deviceStorage(database)) : memoryStorage([]));
  void reread().then(() => drain?.start());
  return () => {
    channel?.close();
    drain?.stop();
    close();
  };
}

/** The query cache tells its listeners a turn later, in the order in which it was changed. */
function afterQueries(then: () => void): void {
  setTimeout(then, 0);
}

import postgres from "postgres";
import { database } from "@/db/database";
import { selectMessagesById } from "@/db/queries/messages";
import { sendBatch, type SendRow, type SendVerdict } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import type { SharedMessage } from "@/lib/contract/shapes";
import { publish } from "@/lib/events/bus";
import type { PublishedEvent } from "@/lib/events/hint";
import { presentMessage, presentMessages } from "./present-messages";

export type SendOutcome = { verdict: SendVerdict["verdict"]; message: SharedMessage | null };

type Waiting = {
  row: SendRow;
  /** When it came, by a clock that nobody can set. */
  since: number;
  resolve: (outcome: SendOutcome) => void;
  reject: (error: unknown) => void;
  /** Retries of the very same send that queued up beside it: answered as such once it is written. */
  retries?: Waiting[];
};
type Slot = { waiting: Waiting[]; running: boolean };

/** Bounds one statement; what is left goes with the next one. */
const batchLimit = 500;
/** Who waited so long (ms) for the database has been told "try again": writing it now would only surprise. */
const patience = 4500;

const slot = Symbol.for("aristay.send-queue");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };
const queue = (globals[slot] ??= { waiting: [], running: false });

/**
 * Group commit: what queued up while the previous batch was being committed is written together. A lone send waits for
 * nothing. Resolves only after the commit.
 */
export function enqueueSend(row: SendRow): Promise<SendOutcome> {
  return new Promise((resolve, reject) => {
    queue.waiting.push({ row, since: performance.now(), resolve, reject });
    if (!queue.running) void drain();
  });
}

async function drain(): Promise<void> {
  queue.running = true;
  try {
    while (queue.waiting.length > 0) {
      const batch = nextBatch();
      if (batch.length > 0) await write(batch);
    }
  } finally {
    queue.running = false;
  }
}

/**
 * A retry rides with its first try; the same `client_id` with other content, or a file that is in the batch already,
 * waits for the next batch.
 */
function nextBatch(): Waiting[] {
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  const byKey = new Map<string, Waiting>();
  const files = new Set<string>();
  const tooOld = performance.now() - patience;
  for (const item of queue.waiting) {
    if (item.since < tooOld) {
      fail(item, new ChatError("timeout", "That took too long. Try again.", { retryAfter: 1 }));
      continue;
    }
    const key = item.row.client_id === null ? null : `${item.row.sender}:${item.row.client_id}`;
    const first = key === null ? undefined : byKey.get(key);
    if (first && first.row.hash === item.row.hash) (first.retries ??= []).push(item);
    else if (first || batch.length >= batchLimit || item.row.attachment_ids.some((id) => files.has(id)))
      later.push(item);
    else {
      batch.push(item);
      for (const id of item.row.attachment_ids) files.add(id);
      if (key !== null) byKey.set(key, item);
    }
  }
  queue.waiting = later;
  return batch;
}

function answer(item: Waiting, outcome: SendOutcome): void {
  item.resolve(outcome);
  const again: SendOutcome = outcome.verdict === "ok" ? { ...outcome, verdict: "earlier" } : outcome;
  item.retries?.forEach((retry) => {
    retry.resolve(again);
  });
}

function fail(item: Waiting, error: unknown): void {
  item.reject(error);
  item.retries?.forEach((retry) => {
    retry.reject(error);
  });
}

async function write(batch: Waiting[]): Promise<void> {
  let verdicts: SendVerdict[];
  try {
    verdicts = await database().db.transaction((tx) =>
      sendBatch(
        tx,
        batch.map((item) => item.row),
      ),
    );
  } catch (error) {
    const code = rolledBack(error);
    if (batch.length > 1 && faultOfOne.test(code)) {
      for (const item of batch) await write([item]);
      return;
    }
    const rooms = byRoom(batch);
    if (rooms.length > 1 && roomHeld.has(code)) {
      await Promise.all(rooms.map(write));
      return;
    }
    for (const item of batch) fail(item, error);
    return;
  }
  try {
    await settle(batch, verdicts);
  } catch (error) {
    // Committed, but it could not be read back: an unknown outcome for its senders. The sweep delivers it.
    for (const item of batch) fail(item, error);
  }
}

/** One bad message must fail alone. */
const faultOfOne = /^(21|22|23|42|54|P0)/;
/** So must a room that somebody else holds. */
const roomHeld = new Set(["55P03", "40P01", "40001"]);

/** Why nothing was written, as a code. Only the database itself can say so: a lost connection leaves it open. */
function rolledBack(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof postgres.PostgresError ? cause.code : "";
}

function byRoom(batch: Waiting[]): Waiting[][] {
  const rooms = new Map<string, Waiting[]>();
  for (const item of batch) rooms.set(item.row.room, [...(rooms.get(item.row.room) ?? []), item]);
  return [...rooms.values()];
}

async function settle(batch: Waiting[], verdicts: SendVerdict[]): Promise<void> {
  const { db } = database();
  const rows = await selectMessagesById(
    db,
    verdicts.flatMap((v) => (v.id === null ? [] : [v.id])),
  );
  const earlierIds = new Set(verdicts.filter((v) => v.verdict === "earlier").map((v) => v.id));
  const earlier = await presentMessages(
    db,
    rows.filter((r) => earlierIds.has(r.id)),
  );
  const shown = new Map(earlier.map((m) => [m.id, m]));
  const published = new Map<string, PublishedEvent[]>();
  for (const row of rows) {
    if (earlierIds.has(row.id)) continue;
    const message = presentMessage(row);
    shown.set(row.id, message);
    const event: PublishedEvent = {
      room: message.room,
      seq: message.seq,
      type: "message.created",
      at: message.created_at,
      data: message,
      actor_id: row.sender_id,
    };
    published.set(message.room, [...(published.get(message.room) ?? []), event]);
  }
  for (const [room, events] of published) publish({ kind: "events", room, events });
  for (const { ord, verdict, id } of verdicts) {
    const item = batch[ord];
    if (item) answer(item, { verdict, message: id === null ? null : (shown.get(id) ?? null) });
  }
}

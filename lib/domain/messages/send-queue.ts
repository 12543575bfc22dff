import postgres from "postgres";
import { type Db, database } from "@/db/database";
import { type MessageRow, selectMessagesById } from "@/db/queries/messages";
import { needsTransaction, sendBatch, type SendRow, type SendVerdict, type Written } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import type { SharedMessage } from "@/lib/contract/shapes";
import { publish } from "@/lib/events/bus";
import type { PublishedEvent } from "@/lib/events/hint";
import { metrics } from "@/lib/metrics/metrics";
import { presentMessage, presentMessages } from "./present-messages";

export type SendOutcome = { verdict: SendVerdict["verdict"]; message: SharedMessage | null; until?: string };

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
    let settleLast: Settle | undefined;
    while (queue.waiting.length > 0 || settleLast) {
      const batch = nextBatch();
      // The database is busy with this batch while the one before it is told and answered.
      const writing = batch.length > 0 ? write(batch) : undefined;
      await settleLast?.();
      settleLast = await writing;
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

/** Tells and answers what was written; never fails. */
type Settle = () => Promise<void>;

/**
 * Resolves when the batch is committed or refused: what is left to do of it. Where somebody else holds one of its rooms,
 * the others are written beside that, over connections of the pool.
 */
async function write(batch: Waiting[], db: Db = database().line): Promise<Settle> {
  let verdicts: SendVerdict[];
  const counts = metrics();
  const timed = counts?.commits.startTimer();
  try {
    verdicts = await writeRows(
      db,
      batch.map((item) => item.row),
    );
    timed?.();
    counts?.batches.observe(batch.length);
    if (counts) for (const { verdict } of verdicts) counts.sends.inc({ outcome: verdict });
  } catch (error) {
    const code = rolledBack(error);
    if (batch.length > 1 && faultOfOne.test(code)) {
      const alone: Settle[] = [];
      for (const item of batch) alone.push(await write([item], db));
      return inTurn(alone);
    }
    const rooms = byRoom(batch);
    if (rooms.length > 1 && roomHeld.has(code))
      return inTurn(await Promise.all(rooms.map((some) => write(some, database().db))));
    counts?.sends.inc({ outcome: "failed" }, batch.length);
    for (const item of batch) fail(item, error);
    return () => Promise.resolve();
  }
  return async () => {
    try {
      await settle(batch, verdicts);
    } catch (error) {
      // Committed, but it could not be read back: an unknown outcome for its senders. The sweep delivers it.
      for (const item of batch) fail(item, error);
    }
  };
}

const inTurn =
  (all: Settle[]): Settle =>
  async () => {
    for (const settleOne of all) await settleOne();
  };

/** One statement is a transaction by itself, without a way there and back for its begin and its end. */
function writeRows(db: Db, rows: SendRow[]): Promise<SendVerdict[]> {
  return needsTransaction(rows) ? db.transaction((tx) => sendBatch(tx, rows)) : sendBatch(db, rows);
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
  const shown = await readBack(batch, verdicts);
  const published = new Map<string, PublishedEvent[]>();
  for (const found of verdicts) {
    const item = batch[found.ord];
    if (!item || found.verdict !== "ok") continue;
    const message = shown.get(found.id) ?? presentMessage(sentRow(item.row, found));
    shown.set(found.id, message);
    const event: PublishedEvent = {
      room: message.room,
      seq: message.seq,
      type: "message.created",
      at: message.created_at,
      data: message,
      actor_id: item.row.sender,
    };
    const events = published.get(message.room);
    if (events) events.push(event);
    else published.set(message.room, [event]);
  }
  // One turn later: who has asked hears first, and is not behind everybody else's copy.
  setImmediate(() => {
    for (const [room, events] of published) publish({ kind: "events", room, events });
  });
  for (const found of verdicts) {
    const { ord, verdict, id } = found;
    const item = batch[ord];
    if (!item) continue;
    if (found.verdict === "silenced") answer(item, { verdict, message: null, until: found.at });
    else answer(item, { verdict, message: id === null ? null : (shown.get(id) ?? null) });
  }
}

/** What the statement did not tell: messages stored since before, as they are now, and new ones with files. */
async function readBack(batch: Waiting[], verdicts: SendVerdict[]): Promise<Map<string, SharedMessage>> {
  const earlier = new Set<string>();
  const withFiles: string[] = [];
  for (const found of verdicts) {
    if (found.verdict === "earlier") earlier.add(found.id);
    else if (found.verdict === "ok" && batch[found.ord]?.row.attachment_ids.length) withFiles.push(found.id);
  }
  const shown = new Map<string, SharedMessage>();
  if (earlier.size + withFiles.length === 0) return shown;
  const { db } = database();
  const rows = await selectMessagesById(db, [...earlier, ...withFiles]);
  const read = await presentMessages(
    db,
    rows.filter((row) => earlier.has(row.id)),
  );
  for (const message of read) shown.set(message.id, message);
  for (const row of rows) if (!earlier.has(row.id)) shown.set(row.id, presentMessage(row));
  return shown;
}

/** A new message without files, as a read would give it. */
function sentRow(row: SendRow, { id, seq, number, at, mentions, sender, reply }: Written): MessageRow {
  return {
    id,
    seq,
    number,
    mentions,
    sender,
    reply,
    room_id: row.room.toLowerCase(),
    client_id: row.client_id,
    sender_id: row.sender,
    message_type: row.type ?? "text",
    content: row.content,
    reply_to_id: row.reply_to?.toLowerCase() ?? null,
    thread_root_id: row.thread_root?.toLowerCase() ?? null,
    reply_count: 0,
    reactions: [],
    attachments: [],
    link: null,
    created_at: at,
    modified_at: at,
    edited_at: null,
    deleted_at: null,
    pinned_at: null,
    hidden_at: null,
  };
}

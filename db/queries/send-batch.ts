import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { claimAttachments, type FreeAttachment, lockFreeAttachments } from "./attachments";
import { addJob, addJobs, moderationQueue } from "./jobs";
import type { MessageRow } from "./messages";

export type SendRow = {
  room: string;
  sender: number;
  client_id: string | null;
  /** SHA-256 of room and content as first sent, hex. */
  hash: string;
  /** Null: by its files, `text` without. */
  type: "text" | "image" | "file" | "voice" | null;
  content: string;
  reply_to: string | null;
  thread_root: string | null;
  mention_names: string[];
  mentions_all: boolean;
  /** In their order; the caller never passes one file twice. */
  attachment_ids: string[];
  /** Whether its two files are pictures of a place before and after the work. */
  before_after: boolean;
  /** Whether somebody is to look where its link leads. */
  has_link: boolean;
  /** Whether a service outside is to look at it. */
  moderated: boolean;
  /** The held text that is let through by this. */
  held?: string;
};

type Refusal =
  | "reused"
  | "held"
  | "unknown_room"
  | "not_participant"
  | "room_archived"
  | "only_admins_write"
  | "blocked"
  | "bad_reply"
  | "bad_thread"
  | "bad_attachment";

/** What became of a send, by its place in the batch; `earlier`: this very send is stored since before. */
export type SendVerdict =
  | { ord: number; verdict: Refusal; id: null }
  /** `at`: until when. */
  | { ord: number; verdict: "silenced"; id: null; at: string }
  | { ord: number; verdict: "earlier"; id: string }
  | ({ ord: number; verdict: "ok" } & Written);

/** What the database gave a new message; `at` as text, UTC. */
export type Written = Pick<MessageRow, "id" | "seq" | "number" | "mentions" | "sender" | "reply"> & { at: string };

/**
 * Writes many sends, of any rooms, in one statement: membership, duplicates, numbers, messages, events and counters, by
 * the function `send_batch` of migration 0009, which says how, 0016 and 0023. The caller never passes one
 * (sender, client_id) twice, and gives a transaction for sends with files or links, or that are moderated: what belongs to
 * those is written by statements of its own.
 */
export async function sendBatch(tx: Db, rows: SendRow[]): Promise<SendVerdict[]> {
  const files = await freeFiles(tx, rows);
  const input = JSON.stringify(rows.map((row, ord) => ({ ...row, ord, ...fit(row, files) })));
  const verdicts = [...(await tx.execute<SendVerdict>(sql`select * from send_batch(${input}::text::json)`))];
  const claims = verdicts.flatMap(({ ord, verdict, id: message_id }) => {
    if (verdict !== "ok") return [];
    const { attachment_ids = [], before_after = false } = rows[ord] ?? {};
    const moments = before_after ? (["before", "after"] as const) : [];
    return attachment_ids.map((id, position) => ({ id, message_id, position, moment: moments[position] ?? null }));
  });
  if (claims.length > 0) await claimAttachments(tx, claims);
  for (const { ord, verdict, id: message } of verdicts) {
    if (verdict === "ok" && rows[ord]?.has_link) await addJob(tx, "preview-link", { message });
  }
  const moderated = verdicts.flatMap(({ ord, verdict, id }) =>
    verdict === "ok" && rows[ord]?.moderated ? [{ message: id }] : [],
  );
  const [first] = moderated;
  if (first) await addJobs(tx, "moderate-message", moderated, { queue: moderationQueue(first.message) });
  return verdicts;
}

/** Whether a batch is more than one statement. */
export const needsTransaction = (rows: SendRow[]): boolean =>
  rows.some((row) => row.has_link || row.moderated || row.attachment_ids.length > 0);

type Files = Map<string, FreeAttachment>;

/** Sends without files, nearly all of them, cost nothing for it. Files are held after rooms, by everybody. */
async function freeFiles(tx: Db, rows: SendRow[]): Promise<Files> {
  const ids = rows.flatMap((row) => row.attachment_ids);
  const free = ids.length > 0 ? await lockFreeAttachments(tx, ids) : [];
  return new Map(free.map((file) => [file.id, file]));
}

/** Whether the files of a send are its sender's to send, and the type that a message has by them. */
function fit(row: SendRow, files: Files) {
  const found = row.attachment_ids.map((id) => files.get(id));
  const kinds = new Set(found.map((file) => file?.kind ?? "file"));
  const [kind = "text"] = kinds;
  return {
    files_fit: found.every((file) => file?.uploader_id === row.sender && (!row.before_after || file.kind === "image")),
    file_count: found.length,
    type: row.type ?? (kinds.size > 1 ? "file" : kind),
  };
}

import { database } from "@/db/database";
import type { Db } from "@/db/database";
import type { MessageRow } from "@/db/queries/messages";
import { selectReaders, selectReadMarks, selectWatermarks } from "@/db/queries/read-marks";
import type { Message, SharedMessage } from "@/lib/contract/shapes";
import { presentAttachment } from "../attachments/present-attachment";
import { instant } from "../instant";
import { presentUser } from "../present-user";

/** Above this many readers `read_by` holds the first ones and `read_count` stays exact (WIRE.md §3). */
const readersShown = 200;

type Readers = { count: number; by: Record<string, string> };
const nobody: Readers = { count: 0, by: {} };

/** The one object that answers, acknowledgements and events carry. */
export function presentMessage(row: MessageRow, readers: Readers = nobody): SharedMessage {
  const deleted = row.deleted_at !== null;
  const attachments = deleted ? [] : row.attachments.map(presentAttachment);
  const first = attachments[0];
  return {
    id: row.id,
    room: row.room_id,
    seq: row.seq,
    client_id: row.client_id,
    sender: row.sender && presentUser(row.sender),
    message_type: row.message_type,
    content: row.content,
    attachment: first?.url ?? null,
    attachment_name: first?.name ?? "",
    attachment_size: first?.size ?? null,
    attachments,
    reply_to: row.reply && { ...row.reply, created_at: instant(row.reply.created_at) },
    reply_to_id: row.reply_to_id,
    thread_root_id: row.thread_root_id,
    reply_count: row.reply_count,
    reactions: deleted
      ? []
      : row.reactions.map((r) => ({ emoji: r.emoji, count: r.user_ids.length, user_ids: r.user_ids })),
    mentions: deleted ? [] : row.mentions,
    created_at: instant(row.created_at),
    modified_at: instant(row.modified_at),
    is_edited: row.edited_at !== null,
    edited_at: instant(row.edited_at),
    is_deleted: deleted,
    deleted_at: instant(row.deleted_at),
    pinned_at: instant(row.pinned_at),
    read_count: readers.count,
    read_by: readers.by,
  };
}

/** Messages with who has read them and when, from the watermarks: two statements whatever their number. */
export async function presentMessages(db: Db, rows: MessageRow[]): Promise<SharedMessage[]> {
  if (rows.length === 0) return [];
  const rooms = [...new Set(rows.map((r) => r.room_id))];
  const from = Math.min(...rows.map((r) => r.seq));
  const to = Math.max(...rows.map((r) => r.seq));
  const readers = await selectReaders(db, rooms, from);
  const shown = [...new Set(readers.slice(0, (readersShown + 1) * rooms.length).map((r) => r.user_id))];
  const marks = await selectReadMarks(db, rooms, shown, from, to);
  return rows.map((row) => {
    const others = readers.filter(
      (r) => r.room_id === row.room_id && r.last_read_seq >= row.seq && r.user_id !== row.sender_id,
    );
    const by: Record<string, string> = {};
    for (const reader of others.slice(0, readersShown)) {
      const mark = marks.find((m) => m.room_id === row.room_id && m.user_id === reader.user_id && m.seq >= row.seq);
      if (mark) by[String(reader.user_id)] = instant(mark.read_at);
    }
    return presentMessage(row, { count: others.length, by });
  });
}

/** The same, as one reader gets them: with `is_read`. */
export async function presentMessagesFor(
  userId: number,
  rows: MessageRow[],
  db: Db = database().db,
): Promise<Message[]> {
  const shared = await presentMessages(db, rows);
  const mine = await selectWatermarks(db, userId, [...new Set(rows.map((r) => r.room_id))]);
  return shared.map((m) => ({ ...m, is_read: m.sender?.id === userId || (mine.get(m.room) ?? 0) >= m.seq }));
}

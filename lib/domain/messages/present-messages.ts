import { database } from "@/db/database";
import type { Db } from "@/db/database";
import type { LinkRow } from "@/db/queries/links";
import type { MessageRow } from "@/db/queries/messages";
import { selectReaders, selectReadMarks, selectWatermarks } from "@/db/queries/read-marks";
import { config } from "@/lib/config/config";
import type { Message, SharedMessage } from "@/lib/contract/shapes";
import { presentAttachment } from "../attachments/present-attachment";
import { instant } from "../instant";
import { presentUser } from "../present-user";

/** Whom `read_by` names: the first so many readers, and one more whoever they are. `read_count` is exact all the same. */
export type ReadersShown = { most: number; also?: number };

/** In lists and events a message names at most so many readers. */
const few: ReadersShown = { most: 200 };

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
    link_preview: deleted ? null : presentLink(row.id, row.link),
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
    hidden_at: instant(row.hidden_at),
    read_count: readers.count,
    read_by: readers.by,
  };
}

function presentLink(message: string, link: LinkRow | null): SharedMessage["link_preview"] {
  if (!link) return null;
  const { url, title, description, site_name, image_key, image_width, image_height } = link;
  const image_url = image_key && `${config().APP_URL}/api/chat/messages/${message}/link_preview/image/`;
  return { url, title, description, site_name, image_url, image_width, image_height };
}

/** Messages with who has read them and when, from the watermarks: two statements whatever their number. */
export async function presentMessages(db: Db, rows: MessageRow[], shown = few): Promise<SharedMessage[]> {
  if (rows.length === 0) return [];
  const rooms = [...new Set(rows.map((r) => r.room_id))];
  const from = Math.min(...rows.map((r) => r.seq));
  const to = Math.max(...rows.map((r) => r.seq));
  const readers = grouped(await selectReaders(db, rooms, from), (reader) => reader.room_id);
  const read = rows.map((row) => {
    const others = (readers.get(row.room_id) ?? []).filter(
      (reader) => reader.last_read_seq >= row.seq && reader.user_id !== row.sender_id,
    );
    const users = others.map((reader) => reader.user_id);
    const named = users.filter((user, index) => index < shown.most || user === shown.also);
    return { row, count: users.length, named };
  });
  const users = [...new Set(read.flatMap(({ named }) => named))];
  const key = (room: string, user: number) => `${room} ${user}`;
  const marks = grouped(await selectReadMarks(db, rooms, users, from, to), (m) => key(m.room_id, m.user_id));
  return read.map(({ row, count, named }) => {
    const by: Record<string, string> = {};
    for (const user of named) {
      const mark = marks.get(key(row.room_id, user))?.find((m) => m.seq >= row.seq);
      if (mark) by[String(user)] = instant(mark.read_at);
    }
    return presentMessage(row, { count, by });
  });
}

function grouped<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The same, as one reader gets them: with `is_read`. */
export async function presentMessagesFor(
  userId: number,
  rows: MessageRow[],
  db: Db = database().db,
  shown = few,
): Promise<Message[]> {
  const shared = await presentMessages(db, rows, shown);
  const mine = await selectWatermarks(db, userId, [...new Set(rows.map((r) => r.room_id))]);
  return shared.map((m) => ({ ...m, is_read: m.sender?.id === userId || (mine.get(m.room) ?? 0) >= m.seq }));
}

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";
import { type LinkRow, linkOfMessage } from "./links";

export type UserBrief = { id: number; username: string; first_name: string; last_name: string; email: string };

export type AttachmentRow = {
  id: string;
  kind: "image" | "file" | "voice";
  name: string;
  size: number;
  content_type: string;
  thumbnail_key: string | null;
  preview_key: string | null;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  waveform: number[] | null;
  placeholder: string | null;
  pages: number | null;
  moment: "before" | "after" | null;
};

export type MessageRow = {
  id: string;
  room_id: string;
  seq: number;
  number: number;
  client_id: string | null;
  sender_id: number | null;
  sender: UserBrief | null;
  message_type: "text" | "image" | "file" | "voice" | "system";
  content: string;
  reply_to_id: string | null;
  reply: { id: string; sender: { id: number; username: string } | null; content: string; created_at: string } | null;
  thread_root_id: string | null;
  reply_count: number;
  mentions: number[];
  reactions: { emoji: string; user_ids: number[] }[];
  attachments: AttachmentRow[];
  link: LinkRow | null;
  created_at: string;
  modified_at: string;
  edited_at: string | null;
  deleted_at: string | null;
  pinned_at: string | null;
  hidden_at: string | null;
};

/** A person as JSON, or null; `u` is the alias of a left-joined `users`. */
const brief = sql`case when u.id is not null then json_build_object('id', u.id, 'username', u.username,
  'first_name', u.first_name, 'last_name', u.last_name, 'email', u.email) end`;

/** What every read of messages selects: its sender, the message it replies to and its files ride along. */
const columns = sql`
  m.id, m.room_id, m.seq::float8 as seq, m.number, m.client_id, m.sender_id, ${brief} as sender, m.message_type,
  m.content, m.reply_to_id, m.thread_root_id, m.reply_count, m.mentions, m.reactions,
  m.created_at::text, m.modified_at::text, m.edited_at::text, m.deleted_at::text, m.pinned_at::text, m.hidden_at::text,
  case when r.id is not null then json_build_object('id', r.id,
    'sender', case when ru.id is not null then json_build_object('id', ru.id, 'username', ru.username) end,
    'content', left(r.content, 100), 'created_at', r.created_at::text) end as reply,
  case when m.attachment_count = 0 then '[]'::json else (
    select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'size', a.size,
      'content_type', a.content_type, 'thumbnail_key', a.thumbnail_key, 'preview_key', a.preview_key, 'width', a.width, 'height', a.height,
      'duration_ms', a.duration_ms, 'waveform', a.waveform, 'placeholder', a.placeholder, 'pages', a.pages, 'moment', a.moment) order by a.position), '[]')
    from attachments a where a.message_id = m.id) end as attachments,
  ${linkOfMessage} as link`;

const joins = sql`
  left join users u on u.id = m.sender_id
  left join messages r on r.id = m.reply_to_id
  left join users ru on ru.id = r.sender_id`;

/** Messages by a chosen set of rows (`from` must name the alias `m`), in the order asked for. */
export async function selectMessages(db: Db, from: SQL, order: SQL): Promise<MessageRow[]> {
  return [...(await db.execute<MessageRow>(sql`select ${columns} from ${from} ${joins} order by ${order}`))];
}

/** Messages by id, oldest first; unknown ids are left out. */
export async function selectMessagesById(db: Db, ids: string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  return selectMessages(db, sql`(select * from messages where id = ${anyOf(ids, "uuid")}) m`, sql`m.room_id, m.seq`);
}

/** The one message, or undefined. */
export async function selectMessage(db: Db, id: string): Promise<MessageRow | undefined> {
  return (await selectMessagesById(db, [id]))[0];
}

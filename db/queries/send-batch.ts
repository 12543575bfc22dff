import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";
import { claimAttachments, type FreeAttachment, lockFreeAttachments } from "./attachments";
import { everyoneMentioned } from "./everyone-mentioned";
import { addJob } from "./jobs";

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
  /** Whether somebody is to look where its link leads. */
  has_link: boolean;
};

export type SendVerdict = {
  ord: number;
  verdict:
    | "ok"
    | "earlier"
    | "reused"
    | "unknown_room"
    | "not_participant"
    | "room_archived"
    | "bad_reply"
    | "bad_thread"
    | "bad_attachment";
  id: string | null;
};

/**
 * Writes many sends, of any rooms, in one statement: membership, duplicates, numbers, messages, events and counters.
 * Rooms are locked first, in id order so that nodes never deadlock, and by a statement of their own so that the second
 * one sees what was committed while this one waited. The caller never passes one (sender, client_id) twice.
 */
export async function sendBatch(tx: Db, rows: SendRow[]): Promise<SendVerdict[]> {
  const rooms = [...new Set(rows.map((r) => r.room))];
  await tx.execute(sql`select 1 from rooms where id = ${anyOf(rooms, "uuid")} order by id for no key update`);
  const files = await freeFiles(tx, rows);
  const input = JSON.stringify(rows.map((row, ord) => ({ ...row, ord, ...fit(row, files) })));
  const verdicts = [
    ...(await tx.execute<SendVerdict>(sql`
      with input as (
        select * from json_to_recordset(${input}::text::json) as x(ord int, room uuid, sender int, client_id text, hash text,
          type message_type, content text, reply_to uuid, thread_root uuid, mention_names text[], mentions_all boolean,
          files_fit boolean, file_count int)
      ), checked as (
        select i.*, r.last_seq, r.message_total, r.last_activity_at, e.id as earlier_id,
          case
            when e.id is not null then case when encode(e.sent_hash, 'hex') = i.hash then 'earlier' else 'reused' end
            when r.id is null then 'unknown_room'
            when p.id is null or p.left_at is not null then 'not_participant'
            when r.archived_at is not null then 'room_archived'
            when i.reply_to is not null and rp.id is null then 'bad_reply'
            when i.thread_root is not null and (tr.id is null or tr.thread_root_id is not null) then 'bad_thread'
            when not i.files_fit then 'bad_attachment'
            else 'ok' end as verdict
        from input i
          left join rooms r on r.id = i.room
          left join participants p on p.room_id = i.room and p.user_id = i.sender
          left join messages e on e.sender_id = i.sender and e.client_id = i.client_id
          left join messages rp on rp.id = i.reply_to and rp.room_id = i.room and rp.deleted_at is null
          left join messages tr on tr.id = i.thread_root and tr.room_id = i.room and tr.deleted_at is null
      ), fresh as materialized (
        select c.*, uuid_v7() as id, row_number() over (partition by room order by ord)::int as n,
          greatest(clock_timestamp(), last_activity_at + interval '1 microsecond')
            + (row_number() over (partition by room order by ord)) * interval '1 microsecond' as at,
          case when mentions_all then ${everyoneMentioned(sql`c.room`)}
            when cardinality(mention_names) > 0 then coalesce((select array_agg(u.id order by u.id) from users u
              join participants q on q.user_id = u.id and q.room_id = c.room and q.left_at is null
              where lower(u.username) = any(c.mention_names)), '{}')
            else '{}' end as mentions
        from checked c where verdict = 'ok'
      ), inserted as (
        insert into messages (id, room_id, seq, number, sender_id, client_id, sent_hash, message_type, content, reply_to_id,
          thread_root_id, mentions, mentions_all, attachment_count, created_at, modified_at)
        select id, room, last_seq + n, message_total + n, sender, client_id, decode(hash, 'hex'), type, content, reply_to,
          thread_root, mentions, mentions_all, file_count, at, at
        from fresh order by ord
      ), logged as (
        insert into events (room_id, seq, type, at, message_id, user_id)
        select room, last_seq + n, 'message.created', at, id, sender from fresh order by ord
      ), counted as (
        update rooms r set last_seq = r.last_seq + g.n, message_total = r.message_total + g.n,
          message_count = r.message_count + g.n, last_message_id = g.last_id, last_activity_at = g.at, modified_at = g.at,
          last_xid = pg_current_xact_id()
        from (select room, count(*)::int as n, max(at) as at, (array_agg(id order by ord desc))[1] as last_id
          from fresh group by room) g
        where r.id = g.room
      ), threaded as (
        update messages m set reply_count = m.reply_count + g.n
        from (select thread_root, count(*)::int as n from fresh where thread_root is not null group by thread_root) g
        where m.id = g.thread_root
      )
      select c.ord, c.verdict, coalesce(f.id, c.earlier_id) as id
      from checked c left join fresh f on f.ord = c.ord order by c.ord`)),
  ];
  const claims = verdicts.flatMap(({ ord, verdict, id: message_id }) => {
    if (verdict !== "ok" || message_id === null) return [];
    return (rows[ord]?.attachment_ids ?? []).map((id, position) => ({ id, message_id, position }));
  });
  if (claims.length > 0) await claimAttachments(tx, claims);
  for (const { ord, verdict, id: message } of verdicts) {
    if (verdict === "ok" && message !== null && rows[ord]?.has_link) await addJob(tx, "preview-link", { message });
  }
  return verdicts;
}

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
    files_fit: found.every((file) => file?.uploader_id === row.sender),
    file_count: found.length,
    type: row.type ?? (kinds.size > 1 ? "file" : kind),
  };
}

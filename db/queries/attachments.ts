import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";
import type { AttachmentRow } from "./messages";

export type NewAttachment = Omit<AttachmentRow, "id" | "moment"> & { uploader_id: number; storage_key: string };
export type StoredAttachment = AttachmentRow & { storage_key: string };

/** `id`: of the upload that it was, else a new one. Undefined when there is one of that id already. */
export async function insertAttachment(
  db: Db,
  row: NewAttachment,
  id: string | undefined,
): Promise<StoredAttachment | undefined> {
  const [made] = await db.execute<{ id: string }>(sql`
    insert into attachments (id, uploader_id, kind, name, size, content_type, storage_key, thumbnail_key, preview_key,
      width, height, duration_ms, waveform, placeholder, pages)
    values (coalesce(${id ?? null}::uuid, uuid_v7()), ${row.uploader_id}, ${row.kind}, ${row.name}, ${row.size}, ${row.content_type}, ${row.storage_key},
      ${row.thumbnail_key}, ${row.preview_key}, ${row.width}, ${row.height}, ${row.duration_ms},
      (select array_agg(x::int) from json_array_elements_text(${JSON.stringify(row.waveform ?? [])}::text::json) x),
      ${row.placeholder}, ${row.pages})
    on conflict (id) do nothing returning id`);
  if (!made) return undefined;
  const { uploader_id: _, ...rest } = row;
  return { ...rest, id: made.id, moment: null };
}

export type AttachmentPlace = StoredAttachment & {
  uploader_id: number;
  message_id: string | null;
  held_id: string | null;
  room_id: string | null;
  message_deleted: boolean;
  message_hidden: boolean;
};

/** A file, and the message that it is part of. */
export async function selectAttachment(db: Db, id: string): Promise<AttachmentPlace | undefined> {
  const [row] = await db.execute<AttachmentPlace>(sql`
    select a.id, a.kind, a.name, a.size, a.content_type, a.storage_key, a.thumbnail_key, a.preview_key,
      a.width, a.height, a.duration_ms, a.waveform, a.placeholder, a.pages, a.moment, a.uploader_id, a.message_id, a.held_id, m.room_id, m.deleted_at is not null as message_deleted, m.hidden_at is not null as message_hidden
    from attachments a left join messages m on m.id = a.message_id where a.id = ${id}`);
  return row;
}

/** The files of a message, hidden or not. */
export async function selectFilesOf(db: Db, message: string): Promise<AttachmentRow[]> {
  return [
    ...(await db.execute<AttachmentRow>(sql`
      select id, kind, name, size, content_type, thumbnail_key, preview_key, width, height, duration_ms, waveform,
        placeholder, pages, moment from attachments where message_id = ${message} order by position`)),
  ];
}

export type FreeAttachment = { id: string; uploader_id: number; kind: AttachmentRow["kind"] };

/** The files that a held text has. */
export async function selectFilesOfHeld(db: Db, ids: string[]): Promise<(AttachmentRow & { held_id: string })[]> {
  return [
    ...(await db.execute<AttachmentRow & { held_id: string }>(sql`
      select a.id, a.held_id, a.kind, a.name, a.size, a.content_type, a.thumbnail_key, a.preview_key, a.width, a.height, a.duration_ms,
        a.waveform, a.placeholder, a.pages, a.moment from attachments a join held_texts h on h.id = a.held_id
      where a.held_id = ${anyOf(ids, "uuid")} order by array_position(h.attachment_ids, a.id)`)),
  ];
}

/** Keeps free files for a held text. */
export async function keepForHeld(tx: Db, ids: string[], held: string): Promise<void> {
  await tx.execute(sql`update attachments set held_id = ${held} where id = ${anyOf(ids, "uuid")}`);
}

/** A held text is done with its files: they are free again. */
export async function freeFilesOfHeld(tx: Db, held: string): Promise<void> {
  await tx.execute(sql`update attachments set held_id = null where held_id = ${held}`);
}

/** Those of the files that no message and no held text has yet, held until the end of the transaction, in id order against deadlocks. */
export async function lockFreeAttachments(tx: Db, ids: string[]): Promise<FreeAttachment[]> {
  return [
    ...(await tx.execute<FreeAttachment>(sql`select id, uploader_id, kind from attachments
      where id = ${anyOf(ids, "uuid")} and message_id is null and held_id is null order by id for update`)),
  ];
}

/** Makes files part of their messages, in the order given. */
export async function claimAttachments(
  tx: Db,
  claims: { id: string; message_id: string; position: number; moment: AttachmentRow["moment"] }[],
): Promise<void> {
  await tx.execute(sql`update attachments a set message_id = x.message_id, position = x.position, moment = x.moment
    from json_to_recordset(${JSON.stringify(claims)}::text::json) as x(id uuid, message_id uuid, position int, moment text)
    where a.id = x.id`);
}

type Keys = { storage_key: string; thumbnail_key: string | null; preview_key: string | null };

/** Forgets files that are no part of a message; gives what they were stored under. */
export async function deleteFreeAttachments(db: Db, ids: string[]): Promise<Keys[]> {
  return [
    ...(await db.execute<Keys>(sql`delete from attachments where id = ${anyOf(ids, "uuid")} and message_id is null
      and held_id is null returning storage_key, thumbnail_key, preview_key`)),
  ];
}

/** The same for what was uploaded more than so many hours ago, a portion at a time; nodes do not wait for each other. */
export async function deleteOrphans(db: Db, hours: number, most: number): Promise<Keys[]> {
  return [
    ...(await db.execute<Keys>(sql`delete from attachments where id in (
      select id from attachments where message_id is null and held_id is null and created_at < clock_timestamp() - ${hours} * interval '1 hour'
      order by id limit ${most} for update skip locked) returning storage_key, thumbnail_key, preview_key`)),
  ];
}

/** Whether a send was stored before, as a message or as a held text: what a retry is answered from. */
export async function hasSent(db: Db, sender: number, clientId: string): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from messages where sender_id = ${sender} and client_id = ${clientId}
    union all select 1 from held_texts where sender_id = ${sender} and client_id = ${clientId}`);
  return rows.length > 0;
}

/** What a person has stored on this day (UTC), and the seconds until the next one. */
export async function selectUploadedToday(db: Db, userId: number): Promise<{ used: number; seconds_left: number }> {
  const [row] = await db.execute<{ used: number; seconds_left: number }>(sql`
    select coalesce(sum(size), 0)::float8 as used,
      ceil(extract(epoch from ${nextDay} - now()))::int as seconds_left
    from attachments where uploader_id = ${userId} and created_at >= ${nextDay} - interval '1 day'`);
  return row ?? { used: 0, seconds_left: 1 };
}

const nextDay = sql`date_trunc('day', now(), 'UTC') + interval '1 day'`;

/** Holds back the same person's other uploads until the end of the transaction: together they must fit the quota. */
export async function lockUploads(tx: Db, userId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(4218005, ${userId})`);
}

/** An id that sorts by time, for something whose row is written later. */
export async function newId(db: Db): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`select uuid_v7() as id`);
  if (!row) throw new Error("No id came back.");
  return row.id;
}

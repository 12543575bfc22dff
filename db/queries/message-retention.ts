import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";

const before = (days: number) => sql`clock_timestamp() - make_interval(days => ${days}::int)`;

const isReported = (message: SQL) =>
  sql`exists (select 1 from reports p where p.message_id = ${message} and p.closed_at is null)`;

/** Why a message `m` outlives its age: it is pinned, moderators have yet to look at it, or its thread goes on. */
const stays = (days: number) => sql`(m.deleted_at is null and (m.pinned_at is not null or ${isReported(sql`m.id`)}
  or exists (select 1 from messages t where t.thread_root_id = m.id and t.deleted_at is null
    and (t.created_at >= ${before(days)} or t.pinned_at is not null or ${isReported(sql`t.id`)}))))`;

/** Those of the next rooms after `from`, in id order, in which something is too old; `last` is the last one looked at. */
export async function selectRoomsWithOld(
  db: Db,
  given: { from: string; days: number; rooms: number },
): Promise<{ last: string | null; ids: string[] }> {
  const [row] = await db.execute<{ last: string | null; ids: string[] }>(sql`
    with slice as (select id, gone_seq from rooms where id > ${given.from}::uuid order by id limit ${given.rooms})
    select (select max(id::text) from slice) as last, (select coalesce(json_agg(s.id order by s.id), '[]') from slice s
      where (select o.created_at from messages o where o.room_id = s.id and o.seq > s.gone_seq order by o.seq limit 1)
          < ${before(given.days)}
        or exists (select 1 from kept_messages k join messages m on m.id = k.message_id where k.room_id = s.id
          and m.created_at < ${before(given.days)} and not ${stays(given.days)})) as ids`);
  return row ?? { last: null, ids: [] };
}

export type OldMessage = { id: string; seq: number; number: number; stays: boolean };

/** The oldest messages of a room that are too old, in their order. The caller holds the room's row. */
export async function selectOldMessages(tx: Db, room: string, days: number, most: number): Promise<OldMessage[]> {
  const rows = await tx.execute<OldMessage & { old: boolean }>(sql`
    select m.id, m.seq::float8 as seq, m.number, m.created_at < ${before(days)} as old, ${stays(days)} as stays
    from messages m where m.room_id = ${room} and m.seq > (select gone_seq from rooms where id = ${room})
    order by m.seq limit ${most}`);
  const end = rows.findIndex((row) => !row.old);
  return rows.slice(0, end < 0 ? undefined : end);
}

/** Those that stayed for a reason which is gone. */
export async function selectReleased(tx: Db, room: string, days: number, most: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select m.id from kept_messages k join messages m on m.id = k.message_id
    where k.room_id = ${room} and m.created_at < ${before(days)} and not ${stays(days)} order by m.id limit ${most}`);
  return rows.map((row) => row.id);
}

/** The room begins after these messages. True where nothing comes after them: the list has nothing of the room to show. */
export async function beginAfter(tx: Db, room: string, gone: OldMessage[]): Promise<boolean> {
  const last = gone.at(-1);
  if (!last) return false;
  await tx.execute(sql`insert into kept_messages (room_id, message_id)
    select ${room}::uuid, m.id from messages m where m.id = ${anyOf(idsOf(gone.filter((one) => one.stays)), "uuid")}
    on conflict do nothing`);
  const [row] = await tx.execute<{ empty: boolean }>(sql`
    update rooms set gone_seq = ${last.seq}, gone_number = ${last.number},
      message_count = message_count - (select count(*)::int from messages
        where id = ${anyOf(idsOf(gone), "uuid")} and deleted_at is null),
      last_message_id = case when message_total > ${last.number} then last_message_id end
    where id = ${room} returning last_message_id is null as empty`);
  return row?.empty ?? false;
}

/**
 * Takes everything from messages but their place: number, sender and what their sender's device called them, so that a
 * send stays sent once for ever. To every reader they are deleted ones. Gives the files that are nobody's now.
 */
export async function emptyMessages(tx: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const them = anyOf(ids, "uuid");
  await tx.execute(sql`
    update messages t set reply_count = t.reply_count - g.n from (select thread_root_id, count(*)::int as n from messages
      where id = ${them} and deleted_at is null and thread_root_id is not null group by thread_root_id) g
    where t.id = g.thread_root_id`);
  await tx.execute(sql`
    update messages set content = '[Message deleted]', message_type = 'text', reply_to_id = null, thread_root_id = null,
      mentions = '{}', mentions_all = false, reactions = '[]', attachment_count = 0, link_id = null, link_removed = false,
      edited_at = null, pinned_at = null, hidden_at = null, deleted_at = coalesce(deleted_at, clock_timestamp()),
      modified_at = clock_timestamp()
    where id = ${them}`);
  for (const table of ["message_versions", "hidden_messages", "urgent_messages", "message_search", "kept_messages"]) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where message_id = ${them}`);
  }
  await tx.execute(sql`update held_texts set content = '', rules = '[]', reply_to_id = null, thread_root_id = null
    where message_id = ${them}`);
  const files = await tx.execute<{ id: string }>(
    sql`update attachments set message_id = null where message_id = ${them} returning id`,
  );
  return files.map((file) => file.id);
}

/** Forgets who read what when, as far as no message is left that it was about. */
export async function deleteOldReadMarks(db: Db, room: string): Promise<void> {
  await db.execute(sql`delete from read_marks where room_id = ${room} and seq < coalesce(
    (select min(m.seq) from kept_messages k join messages m on m.id = k.message_id where k.room_id = ${room}),
    (select gone_seq + 1 from rooms where id = ${room}))`);
}

const idsOf = (messages: OldMessage[]) => messages.map((message) => message.id);

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";

const indexLock = 4_218_005;

/** True for one transaction at a time, whichever node asks. What it writes can be made again: no commit waits for the disk. */
export async function lockSearchIndex(tx: Db): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(sql`
    select pg_try_advisory_xact_lock(${indexLock}) as mine, set_config('synchronous_commit', 'off', true)`);
  return row?.mine ?? false;
}

/** Waits until nothing is being written into the index, and holds it so: what is deleted from it is not brought back by who read it before. */
export async function holdSearchIndex(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${indexLock})`);
}

/** Rooms whose log goes further than the index, at most so many. */
export async function selectUnindexedRooms(tx: Db, most: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select r.id from rooms r left join search_progress p on p.room_id = r.id
    where r.last_seq > coalesce(p.seq, 0) limit ${most}`);
  return rows.map((row) => row.id);
}

/**
 * Takes the next `step` events of each room into the index: the messages that they concern, as these are now. One statement
 * and so one snapshot: an edit that it does not see has a number further on. Gives how many messages were looked at.
 */
export async function indexRooms(tx: Db, rooms: string[], step: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    with span as materialized (
      select r.id as room, coalesce(p.seq, 0) as since, least(r.last_seq, coalesce(p.seq, 0) + ${step}) as until
      from rooms r left join search_progress p on p.room_id = r.id where r.id = ${anyOf(rooms, "uuid")}
    ), concerned as materialized (
      select m.id from span s join messages m on m.room_id = s.room and m.seq > s.since and m.seq <= s.until
      union
      select e.message_id from span s join events e on e.room_id = s.room and e.seq > s.since and e.seq <= s.until
      where e.type in ('message.updated', 'message.deleted')
    ), forgotten as (
      delete from message_search x using concerned c join messages m on m.id = c.id
      where x.message_id = c.id and m.deleted_at is not null
    ), written as (
      insert into message_search (message_id, room_id, text)
      select m.id, m.room_id, fold_text(m.content) from concerned c join messages m on m.id = c.id
      where m.deleted_at is null and m.message_type <> 'system'
      on conflict (message_id) do update set text = excluded.text where message_search.text <> excluded.text
    ), noted as (
      insert into search_progress (room_id, seq) select room, until from span
      on conflict (room_id) do update set seq = excluded.seq
    )
    select count(*)::int as count from concerned`);
  return row?.count ?? 0;
}

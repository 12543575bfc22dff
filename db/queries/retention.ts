import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

const retentionLock = 4_218_004;

/** True for one transaction at a time, whichever node asks. */
export async function lockRetention(tx: Db): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${retentionLock}) as mine`);
  return row?.mine ?? false;
}

/**
 * Deletes from the next `rooms` rooms after `from` what is older than `days`, at most `most` events of each. A room's
 * events lie in the order of their age, so only the old end of each log is looked at.
 * `last` is the last room looked at, null after the end; `left` tells whether some of them have more.
 */
export async function deleteOldEvents(
  tx: Db,
  given: { from: string; days: number; rooms: number; most: number },
): Promise<{ last: string | null; deleted: number; left: boolean }> {
  const [row] = await tx.execute<{ last: string | null; deleted: number; left: boolean }>(sql`
    with slice as (select id from rooms where id > ${given.from}::uuid order by id limit ${given.rooms}),
    old as (
      select o.room_id, o.seq from slice s cross join lateral (
        select e.room_id, e.seq, e.at from events e where e.room_id = s.id order by e.seq limit ${given.most}) o
      where o.at < clock_timestamp() - make_interval(days => ${given.days}::int)
    ), gone as (
      delete from events e using old where e.room_id = old.room_id and e.seq = old.seq returning e.room_id
    )
    select (select max(id::text) from slice) as last, (select count(*)::int from gone) as deleted,
      exists (select from gone group by room_id having count(*) >= ${given.most}) as left`);
  return row ?? { last: null, deleted: 0, left: false };
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

export type SyncRoom = {
  room_id: string;
  /** The last number that the caller surely has. */
  after: number;
  /** The last number that the caller may see. */
  until: number;
  rejoined: boolean;
};

/**
 * The rooms in which something happened at or after a horizon, in id order, as far as the person may see it.
 * A transaction before the horizon had ended when the cursor was made, and whoever wrote into a room before it had ended
 * too: so the newest number written before the horizon is where the caller stands.
 */
export async function selectSyncRooms(
  db: Db,
  userId: number,
  horizon: string,
  from: string,
  limit: number,
): Promise<SyncRoom[]> {
  return [
    ...(await db.execute<SyncRoom>(sql`
      select p.room_id, greatest(p.joined_seq - 1, coalesce((
          select e.seq from events e where e.room_id = p.room_id and e.xid < ${horizon}::xid8 order by e.seq desc limit 1), 0)
        )::float8 as after,
        coalesce(p.left_seq, r.last_seq)::float8 as until,
        (p.rejoined and p.joined_xid >= ${horizon}::xid8) as rejoined
      from participants p join rooms r on r.id = p.room_id
      where p.user_id = ${userId} and r.last_xid >= ${horizon}::xid8
        and (p.left_at is null or p.left_xid >= ${horizon}::xid8) and p.room_id >= ${from}::uuid
      order by p.room_id limit ${limit}`)),
  ];
}

export type SyncNow = { horizon: string; oldest: string; now: number; database: string };

/**
 * Where the person stands now, and the database's clock and identity. Every transaction before `oldest` has ended.
 * `horizon` does not go beyond the newest that wrote into one of their rooms: that one is on disk, so its number and all
 * smaller ones are never given out again. Numbers of transactions that were rolled back may be, after a crash.
 */
export async function selectNow(db: Db, userId: number): Promise<SyncNow> {
  const [row] = await db.execute<SyncNow>(sql`
    select least(oldest, written + 1)::text as horizon, oldest::text as oldest,
      extract(epoch from clock_timestamp())::float8 as now,
      (select system_identifier::text from pg_control_system()) as database
    from (select pg_snapshot_xmin(pg_current_snapshot())::text::numeric as oldest, coalesce((
        select max(coalesce(p.left_xid, r.last_xid)::text::numeric) from participants p join rooms r on r.id = p.room_id
        where p.user_id = ${userId}), 0) as written) as present`);
  if (!row) throw new Error("The database did not answer.");
  return row;
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";

export type PresenceRow = { id: number; do_not_disturb: boolean; last_active_at: string | null };

/** Notes that these people are active now; those noted within the last half minute are left alone. */
export async function touchUsers(db: Db, ids: number[]): Promise<void> {
  await db.execute(sql`
    update users set last_active_at = clock_timestamp() where id = ${anyOf(ids, "int")}
      and (last_active_at is null or last_active_at < clock_timestamp() - interval '30 seconds')`);
}

export async function selectPresence(db: Db, ids: number[]): Promise<PresenceRow[]> {
  return [
    ...(await db.execute<PresenceRow>(sql`
      select id, do_not_disturb, last_active_at::text from users where id = ${anyOf(ids, "int")}`)),
  ];
}

/** Those of these rooms that these people are in, large ones left out: there nobody watches everybody's dot. */
export async function selectSharedRooms(
  db: Db,
  userIds: number[],
  rooms: string[],
  largest: number,
): Promise<{ user_id: number; room_id: string }[]> {
  return [
    ...(await db.execute<{ user_id: number; room_id: string }>(sql`
      select p.user_id, p.room_id from participants p join rooms r on r.id = p.room_id
      where p.user_id = ${anyOf(userIds, "int")} and p.left_at is null and r.participant_count <= ${largest}
        and p.room_id = ${anyOf(rooms, "uuid")}`)),
  ];
}

import { inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { rooms } from "@/db/schema/rooms";
import { anyOf } from "./any-of";

/** How far the log of each of these rooms goes. */
export function selectHeads(db: Db, roomIds: string[]): Promise<{ id: string; last_seq: number }[]> {
  return db.select({ id: rooms.id, last_seq: rooms.lastSeq }).from(rooms).where(inArray(rooms.id, roomIds));
}

export type MembershipChange = { user_id: number; room_id: string; joined_seq: number; left_seq: number | null };

/** Memberships of these people that began or ended within the last `seconds`. */
export async function selectMembershipChanges(db: Db, userIds: number[], seconds: number): Promise<MembershipChange[]> {
  return [
    ...(await db.execute<MembershipChange>(sql`
      select p.user_id, p.room_id, p.joined_seq::float8 as joined_seq,
        case when p.left_at is not null then coalesce(p.left_seq, 0)::float8 end as left_seq
      from participants p
      where p.user_id = ${anyOf(userIds, "int")}
        and greatest(p.joined_at, p.left_at) > clock_timestamp() - make_interval(secs => ${seconds})`)),
  ];
}

/** Those of these sessions that have ended. */
export async function selectEndedSessions(
  db: Db,
  sessionIds: string[],
): Promise<{ id: string; reason: string | null }[]> {
  return [
    ...(await db.execute<{ id: string; reason: string | null }>(sql`
      select s.id, s.revoked_reason as reason from sessions s join users u on u.id = s.user_id
      where s.id = ${anyOf(sessionIds, "uuid")} and (s.revoked_at is not null or not u.is_active)`)),
  ];
}

/** Who is in the room now. */
export async function selectMemberIds(db: Db, room: string): Promise<number[]> {
  const rows = await db.execute<{ user_id: number }>(
    sql`select user_id from participants where room_id = ${room} and left_at is null`,
  );
  return rows.map((row) => row.user_id);
}

import { inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { rooms } from "@/db/schema/rooms";
import { anyOf } from "./any-of";

/** How far the log of each of these rooms goes. */
export function selectHeads(db: Db, roomIds: string[]): Promise<{ id: string; last_seq: number }[]> {
  return db.select({ id: rooms.id, last_seq: rooms.lastSeq }).from(rooms).where(inArray(rooms.id, roomIds));
}

export type NewMembership = { user_id: number; room_id: string; joined_seq: number; last_seq: number };

/** Memberships of these people that began within the last `seconds`, and how far each room's log goes. */
export async function selectNewMemberships(db: Db, userIds: number[], seconds: number): Promise<NewMembership[]> {
  return [
    ...(await db.execute<NewMembership>(sql`
      select p.user_id, p.room_id, p.joined_seq::float8 as joined_seq, r.last_seq::float8 as last_seq
      from participants p join rooms r on r.id = p.room_id
      where p.user_id = ${anyOf(userIds, "int")} and p.left_at is null
        and p.joined_at > clock_timestamp() - make_interval(secs => ${seconds})`)),
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

/** Who is in the room since its first event. */
export async function selectFounderIds(db: Db, room: string): Promise<number[]> {
  const rows = await db.execute<{ user_id: number }>(
    sql`select user_id from participants where room_id = ${room} and joined_seq <= 1 and left_at is null`,
  );
  return rows.map((row) => row.user_id);
}

import { sql } from "drizzle-orm";
import { database } from "@/db/database";

/** Somebody is in a room since its number `joined_seq`, and was so when its log stood at `last_seq`. */
export type Membership = { room_id: string; joined_seq: number; last_seq: number };

/** The rooms a person is in now, or the one named: where their connections begin to listen. */
export async function memberships(userId: number, room?: string): Promise<Membership[]> {
  return [
    ...(await database().db.execute<Membership>(sql`
      select p.room_id, p.joined_seq::float8 as joined_seq, r.last_seq::float8 as last_seq
      from participants p join rooms r on r.id = p.room_id
      where p.user_id = ${userId} and p.left_at is null and (${room ?? null}::uuid is null or p.room_id = ${room ?? null}::uuid)`)),
  ];
}

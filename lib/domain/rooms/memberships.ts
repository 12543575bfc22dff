import { sql } from "drizzle-orm";
import { database } from "@/db/database";

/** The rooms a person is in now, with the newest number of each: where their connections begin to listen. */
export async function memberships(userId: number): Promise<{ room_id: string; last_seq: number }[]> {
  return [
    ...(await database().db.execute<{ room_id: string; last_seq: number }>(sql`
      select p.room_id, r.last_seq::float8 as last_seq from participants p join rooms r on r.id = p.room_id
      where p.user_id = ${userId} and p.left_at is null`)),
  ];
}

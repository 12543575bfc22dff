import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

/** What a room is about. */
export type Subject = { task: number } | { property: number };

/**
 * The rooms of a task or house that are not archived, their rows held: in id order, as sends do, so that nobody
 * deadlocks.
 */
export async function lockSubjectRooms(tx: Db, subject: Subject): Promise<string[]> {
  const of = "task" in subject ? sql`task_id = ${subject.task}` : sql`property_id = ${subject.property}`;
  const rows = await tx.execute<{ id: string }>(
    sql`select id from rooms where ${of} and archived_at is null order by id for no key update`,
  );
  return rows.map((row) => row.id);
}

/**
 * Writes a system message into a room whose row is held, and answers its id. It takes the number that the room's next
 * event gets: its `message.created` has to be appended right after it.
 */
export async function insertSystemMessage(tx: Db, room: string, sender: number, content: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    with made as (
      insert into messages (id, room_id, seq, number, sender_id, message_type, content, created_at, modified_at)
      select uuid_v7(), r.id, r.last_seq + 1, r.message_total + 1, ${sender}, 'system', ${content}, t.at, t.at
      from rooms r, lateral (select greatest(clock_timestamp(), r.last_activity_at + interval '1 microsecond') as at) t
      where r.id = ${room} returning id, created_at
    )
    update rooms r set message_total = r.message_total + 1, message_count = r.message_count + 1,
      last_message_id = made.id, last_activity_at = made.created_at
    from made where r.id = ${room} returning made.id`);
  if (!row) throw new Error("The room vanished while a system message was written.");
  return row.id;
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { WhoWrites } from "@/lib/contract/shapes";
import { anyOf } from "./any-of";

export type NewRoom = {
  room_type: string;
  name: string;
  description: string;
  task: number | null;
  property: number | null;
  direct_key: string | null;
  created_by: number;
};

/** The new room's id, or undefined when the pair has its direct room already. */
export async function insertRoom(tx: Db, room: NewRoom): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into rooms (room_type, name, description, task_id, property_id, direct_key, created_by_id)
    values (${room.room_type}, ${room.name}, ${room.description}, ${room.task}::int, ${room.property}::int,
      ${room.direct_key}, ${room.created_by})
    on conflict (direct_key) do nothing returning id`);
  return row?.id;
}

/** The direct room of a pair, its row held. */
export async function selectDirectRoom(tx: Db, key: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string }>(sql`select id from rooms where direct_key = ${key} for no key update`);
  return row?.id;
}

/**
 * Puts people into a room; those who had left come back, their watermark where it was. Answers whom it brought in.
 * `seq` is the number of the event that tells of it.
 */
export async function insertMember(
  tx: Db,
  room: string,
  userId: number,
  facts: { isAdmin: boolean; seq: number },
): Promise<{ id: number } | undefined> {
  const [row] = await tx.execute<{ id: number }>(sql`
    with put as (
      insert into participants as p (room_id, user_id, is_admin, joined_seq)
      values (${room}, ${userId}, ${facts.isAdmin}, ${facts.seq})
      on conflict (room_id, user_id) do update set left_at = null, left_seq = null, left_xid = null, rejoined = true,
        joined_at = clock_timestamp(), joined_seq = excluded.joined_seq, joined_xid = pg_current_xact_id(),
        is_admin = excluded.is_admin
      where p.left_at is not null
      returning id
    ), counted as (
      update rooms set participant_count = participant_count + 1 where id = ${room} and exists (select 1 from put)
    )
    select id from put`);
  return row;
}

/** Ends a membership; `seq` is the number of the `participant.left` that tells of it. */
export async function endMembership(tx: Db, participantId: number, seq: number): Promise<void> {
  await tx.execute(sql`
    with gone as (
      update participants set left_at = clock_timestamp(), left_seq = ${seq}, left_xid = pg_current_xact_id(), is_admin = false
      where id = ${participantId} and left_at is null returning room_id
    )
    update rooms set participant_count = participant_count - 1 from gone where rooms.id = gone.room_id`);
}

export async function countAdmins(tx: Db, room: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from participants where room_id = ${room} and is_admin and left_at is null`,
  );
  return row?.n ?? 0;
}

/** Which of these people exist and are active. */
export async function selectActiveUsers(db: Db, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db.execute<{ id: number }>(
    sql`select id from users where is_active and id = ${anyOf(ids, "int")}`,
  );
  return new Set(rows.map((r) => r.id));
}

/** Who made a task and whose it is, or undefined when there is none. The task stays until the transaction ends. */
export async function selectTaskPeople(db: Db, id: number): Promise<number[] | undefined> {
  const [row] = await db.execute<{ assigned_to_id: number | null; created_by_id: number | null }>(
    sql`select assigned_to_id, created_by_id from tasks where id = ${id} and deleted_at is null for share`,
  );
  return row && [row.assigned_to_id, row.created_by_id].filter((p) => p !== null);
}

/** Whether there is such a house, which then stays until the transaction ends. */
export async function propertyExists(db: Db, id: number): Promise<boolean> {
  return (await db.execute(sql`select 1 from properties where id = ${id} and deleted_at is null for share`)).length > 0;
}

/** What is null stays. */
export async function updateRoomRow(
  tx: Db,
  id: string,
  set: { name: string | null; description: string | null; who_writes: WhoWrites | null },
) {
  await tx.execute(sql`update rooms set name = coalesce(${set.name}::text, name),
    description = coalesce(${set.description}::text, description),
    who_writes = coalesce(${set.who_writes}::who_writes, who_writes) where id = ${id}`);
}

/** Archives or brings back. False when it was so already. */
export async function setArchived(tx: Db, id: string, archived: boolean): Promise<boolean> {
  const rows = await tx.execute(sql`
    update rooms set archived_at = case when ${archived} then clock_timestamp() end
    where id = ${id} and (archived_at is not null) <> ${archived} returning 1`);
  return rows.length > 0;
}

/** The newest message at or before a number of the log. */
export async function selectMessageAt(db: Db, room: string, seq: number): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(
    sql`select id from messages where room_id = ${room} and seq <= ${seq} order by messages.seq desc limit 1`,
  );
  return row?.id ?? null;
}

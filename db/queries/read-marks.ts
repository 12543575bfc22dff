import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";

export type ReaderRow = { room_id: string; user_id: number; last_read_seq: number };
export type ReadMarkRow = { room_id: string; user_id: number; seq: number; read_at: string };

/** Everybody's watermark in these rooms, from `from` on: who has read at least one message that is being shown. */
export async function selectReaders(db: Db, rooms: string[], from: number): Promise<ReaderRow[]> {
  if (rooms.length === 0) return [];
  return [
    ...(await db.execute<ReaderRow>(sql`
      select room_id, user_id, last_read_seq::float8 as last_read_seq from participants
      where room_id = ${anyOf(rooms, "uuid")} and last_read_seq >= ${from} order by id`)),
  ];
}

/** One person's watermarks in these rooms, by room. */
export async function selectWatermarks(db: Db, userId: number, rooms: string[]): Promise<Map<string, number>> {
  if (rooms.length === 0) return new Map();
  const rows = await db.execute<{ room_id: string; last_read_seq: number }>(sql`
    select room_id, last_read_seq::float8 as last_read_seq from participants
    where user_id = ${userId} and room_id = ${anyOf(rooms, "uuid")}`);
  return new Map(rows.map((row) => [row.room_id, row.last_read_seq]));
}

/** The moves that decide when messages between `from` and `to` were read: those within, and each person's next one. */
export async function selectReadMarks(db: Db, rooms: string[], users: number[], from: number, to: number) {
  if (rooms.length === 0 || users.length === 0) return [];
  return [
    ...(await db.execute<ReadMarkRow>(sql`
      select p.room_id, p.user_id, k.seq::float8 as seq, k.read_at::text from participants p cross join lateral (
        (select seq, read_at from read_marks where room_id = p.room_id and user_id = p.user_id and seq >= ${from} and seq < ${to})
        union all
        (select seq, read_at from read_marks where room_id = p.room_id and user_id = p.user_id and seq >= ${to} order by seq limit 1)
      ) k where p.room_id = ${anyOf(rooms, "uuid")} and p.user_id = ${anyOf(users, "int")} order by k.seq`)),
  ];
}

export type Advance = {
  /** Whether the person is in the room, at the moment of the move. */
  here: boolean;
  /** Null where the watermark stood at `seq` already or further. */
  moved: { last_read_seq: number; last_read_at: string } | null;
};

/** Moves a watermark forward, never back. */
export async function advanceWatermark(db: Db, room: string, userId: number, seq: number): Promise<Advance> {
  // The membership is held while it is looked at: whoever is taken out meanwhile is not told that it was noted.
  const [row] = await db.execute<{ here: boolean; last_read_seq: number | null; last_read_at: string | null }>(sql`
    with here as (
      select id from participants where room_id = ${room} and user_id = ${userId} and left_at is null for no key update
    ), moved as (
      update participants p set last_read_seq = ${seq}, last_read_at = clock_timestamp()
      from here where p.id = here.id and p.last_read_seq < ${seq}
      returning p.room_id, p.user_id, p.last_read_seq, p.last_read_at
    ), noted as (
      insert into read_marks (room_id, user_id, seq, read_at)
      select room_id, user_id, last_read_seq, last_read_at from moved on conflict do nothing
    )
    select exists (select 1 from here) as here, m.last_read_seq::float8 as last_read_seq, m.last_read_at::text
    from (select 1) one left join moved m on true`);
  const { last_read_seq = null, last_read_at = null } = row ?? {};
  const moved = last_read_seq === null || last_read_at === null ? null : { last_read_seq, last_read_at };
  return { here: row?.here ?? false, moved };
}

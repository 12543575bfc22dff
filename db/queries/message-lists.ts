import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import { selectMessages, type MessageRow } from "./messages";

export type MessageFilter = {
  room?: string | undefined;
  thread_root?: string | undefined;
  pinned?: boolean | undefined;
  /** Those with files. */
  has?: "attachment" | undefined;
  include_deleted?: boolean | undefined;
};

function conditions(filter: MessageFilter): SQL {
  const parts = [sql`true`];
  if (!filter.include_deleted) parts.push(sql`x.deleted_at is null`);
  if (filter.thread_root) parts.push(sql`x.thread_root_id = ${filter.thread_root}`);
  if (filter.pinned) parts.push(sql`x.pinned_at is not null`);
  if (filter.has) parts.push(sql`x.attachment_count > 0`);
  return sql.join(parts, sql` and `);
}

/** Messages of one room beside a number of its log, nearest first: a range of the index `(room, seq)`. */
export function selectRoomSlice(
  db: Db,
  room: string,
  filter: MessageFilter,
  range: { after?: number; before?: number; newestFirst: boolean; limit: number },
): Promise<MessageRow[]> {
  const direction = sql.raw(range.newestFirst ? "desc" : "asc");
  return selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${room} and ${conditions(filter)}
      and x.seq > ${range.after ?? -1} and x.seq < ${range.before ?? Number.MAX_SAFE_INTEGER}
      order by x.seq ${direction} limit ${range.limit}) m`,
    sql`m.seq ${direction}`,
  );
}

/** The same over all rooms of a person: each room gives its own slice, merged by time and id. */
export function selectAllRoomsSlice(
  db: Db,
  userId: number,
  filter: MessageFilter,
  range: { after?: Anchor; before?: Anchor; newestFirst: boolean; limit: number; offset?: number },
): Promise<MessageRow[]> {
  const direction = sql.raw(range.newestFirst ? "desc" : "asc");
  const bound = (anchor: Anchor | undefined, sign: ">" | "<") =>
    anchor
      ? sql`and (x.created_at, x.id) ${sql.raw(sign)} (${anchor.created_at}::timestamptz, ${anchor.id}::uuid)`
      : sql``;
  const offset = range.offset ?? 0;
  return selectMessages(
    db,
    sql`(select s.* from participants p cross join lateral (
        select * from messages x where x.room_id = p.room_id and ${conditions(filter)}
          ${bound(range.after, ">")} ${bound(range.before, "<")}
        order by x.seq ${direction} limit ${range.limit + offset}) s
      where p.user_id = ${userId} and p.left_at is null
      order by s.created_at ${direction}, s.id ${direction} limit ${range.limit} offset ${offset}) m`,
    sql`m.created_at ${direction}, m.id ${direction}`,
  );
}

export type Anchor = { id: string; room_id: string; seq: number; created_at: string };

/** Where a message of the person's rooms stands; deleted ones still do. */
export async function selectAnchor(db: Db, userId: number, id: string): Promise<Anchor | undefined> {
  const [row] = await db.execute<Anchor>(sql`
    select m.id, m.room_id, m.seq::float8 as seq, m.created_at::text from messages m
      join participants p on p.room_id = m.room_id and p.user_id = ${userId} and p.left_at is null
    where m.id = ${id}`);
  return row;
}

/** Messages by their numbers in the room: what a page by number is made of. */
export function selectByNumber(
  db: Db,
  room: string,
  filter: MessageFilter,
  page: { from: number; limit: number },
): Promise<MessageRow[]> {
  return selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${room} and ${conditions(filter)} and x.number >= ${page.from}
      order by x.number limit ${page.limit}) m`,
    sql`m.number`,
  );
}

/** How many messages up to this number are deleted: counted in the index of the deleted ones alone. */
export async function countDeletedUpTo(db: Db, room: string, number: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from messages
    where room_id = ${room} and deleted_at is not null and number <= ${number}`);
  return row?.n ?? 0;
}

/** A small subset (a thread, the pinned ones) by offset, oldest or newest first. */
export function selectSubset(
  db: Db,
  room: string,
  filter: MessageFilter,
  page: { newestFirst: boolean; limit: number; offset: number },
): Promise<MessageRow[]> {
  const direction = sql.raw(page.newestFirst ? "desc" : "asc");
  return selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${room} and ${conditions(filter)}
      order by x.seq ${direction} limit ${page.limit} offset ${page.offset}) m`,
    sql`m.seq ${direction}`,
  );
}

export async function countSubset(db: Db, room: string, filter: MessageFilter): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from messages x where x.room_id = ${room} and ${conditions(filter)}`,
  );
  return row?.n ?? 0;
}

/** Over all rooms of a person, from the rooms' counters. */
export async function countAllRooms(db: Db, userId: number, filter: MessageFilter): Promise<number> {
  const column = sql.raw(filter.pinned ? "pinned_count" : filter.include_deleted ? "message_total" : "message_count");
  const [row] = await db.execute<{ n: number }>(sql`select coalesce(sum(r.${column}), 0)::int as n
    from participants p join rooms r on r.id = p.room_id where p.user_id = ${userId} and p.left_at is null`);
  return row?.n ?? 0;
}

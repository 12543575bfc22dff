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

/** The pinned ones and those of a thread are few, and none of them is gone: only the whole of a room begins somewhere. */
const isPart = (filter: MessageFilter) => Boolean(filter.thread_root ?? filter.pinned ?? filter.has);

/** Where the room's messages begin, once older ones were removed by age; what stayed for a reason is reached by itself. */
const begins = (room: SQL, filter: MessageFilter) =>
  isPart(filter) ? sql`true` : sql`x.seq > (select g.gone_seq from rooms g where g.id = ${room})`;

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
    sql`(select * from messages x where x.room_id = ${room} and ${conditions(filter)} and ${begins(sql`${room}`, filter)}
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
        select * from messages x where x.room_id = p.room_id and ${conditions(filter)} and ${begins(sql`p.room_id`, filter)}
          ${bound(range.after, ">")} ${bound(range.before, "<")}
        order by x.seq ${direction} limit ${range.limit + offset}) s
      where p.user_id = ${userId} and p.left_at is null
      order by s.created_at ${direction}, s.id ${direction} limit ${range.limit} offset ${offset}) m`,
    sql`m.created_at ${direction}, m.id ${direction}`,
  );
}

export type Anchor = { id: string; room_id: string; seq: number; created_at: string; gone: boolean };

/** Where a message of the person's rooms stands; deleted ones still do, also those that are `gone` by age. */
export async function selectAnchor(db: Db, userId: number, id: string): Promise<Anchor | undefined> {
  const [row] = await db.execute<Anchor>(sql`
    select m.id, m.room_id, m.seq::float8 as seq, m.created_at::text,
      m.deleted_at is not null and m.seq <= r.gone_seq as gone
    from messages m join rooms r on r.id = m.room_id
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

/** How many messages after one number and up to another are deleted: counted in the index of the deleted ones alone. */
export async function countDeleted(db: Db, room: string, after: number, upTo: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from messages
    where room_id = ${room} and deleted_at is not null and number > ${after} and number <= ${upTo}`);
  return row?.n ?? 0;
}

/** One message by its place, wherever the room's list begins. */
export function selectAt(db: Db, room: string, filter: MessageFilter, seq: number): Promise<MessageRow[]> {
  return selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${room} and x.seq = ${seq} and ${conditions(filter)}) m`,
    sql`m.seq`,
  );
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
  const counted = filter.pinned
    ? sql`r.pinned_count`
    : filter.include_deleted
      ? sql`r.message_total - r.gone_number`
      : sql`r.message_count`;
  const [row] = await db.execute<{ n: number }>(sql`select coalesce(sum(${counted}), 0)::int as n
    from participants p join rooms r on r.id = p.room_id where p.user_id = ${userId} and p.left_at is null`);
  return row?.n ?? 0;
}

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";
import type { UserBrief } from "./messages";

/** Whether one of the two of a direct room (by its `direct_key`) has blocked the other: two lookups by key. */
export function blockedPair(directKey: SQL): SQL {
  const one = sql`split_part(${directKey}, ':', 1)::int`;
  const other = sql`split_part(${directKey}, ':', 2)::int`;
  return sql`(exists (select 1 from blocks k where k.blocker_id = ${one} and k.blocked_id = ${other})
    or exists (select 1 from blocks k where k.blocker_id = ${other} and k.blocked_id = ${one}))`;
}

/** Whether somebody (`blocker`) has blocked the other: a lookup by key. */
export const hasBlocked = (blocker: SQL, blocked: SQL): SQL =>
  sql`exists (select 1 from blocks k where k.blocker_id = ${blocker} and k.blocked_id = ${blocked})`;

/** Of each of these people, with whom they have nothing to do, whoever of the two made the block. */
export async function selectApart(db: Db, people: number[]): Promise<Map<number, number[]>> {
  const rows = await db.execute<{ id: number; other: number }>(sql`
    select blocker_id as id, blocked_id as other from blocks where blocker_id = ${anyOf(people, "int")}
    union select blocked_id, blocker_id from blocks where blocked_id = ${anyOf(people, "int")}`);
  const apart = new Map<number, number[]>();
  for (const { id, other } of rows) apart.set(id, [...(apart.get(id) ?? []), other]);
  return apart;
}

/** Whether one of the two has blocked the other. */
export async function eitherBlocked(db: Db, one: number, other: number): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (select 1 from blocks where blocker_id = ${one} and blocked_id = ${other})
      or exists (select 1 from blocks where blocker_id = ${other} and blocked_id = ${one}) as found`);
  return row?.found ?? false;
}

/** False where that was so already. */
export async function insertBlock(tx: Db, blocker: number, blocked: number): Promise<boolean> {
  const rows = await tx.execute(sql`insert into blocks (blocker_id, blocked_id) values (${blocker}, ${blocked})
    on conflict do nothing returning 1`);
  return rows.length > 0;
}

/** False where there was none. */
export async function deleteBlock(tx: Db, blocker: number, blocked: number): Promise<boolean> {
  const rows = await tx.execute(sql`delete from blocks where blocker_id = ${blocker} and blocked_id = ${blocked}
    returning 1`);
  return rows.length > 0;
}

/** The numbers of all whom somebody has blocked. */
export async function selectBlockedIds(db: Db, blocker: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(
    sql`select blocked_id as id from blocks where blocker_id = ${blocker} order by blocked_id`,
  );
  return rows.map(({ id }) => id);
}

export type BlockRow = { user: UserBrief; created_at: string };

/** Whom somebody has blocked, the newest first. */
export async function selectBlocks(
  db: Db,
  blocker: number,
  page: { limit: number; offset: number },
): Promise<BlockRow[]> {
  return [
    ...(await db.execute<BlockRow>(sql`
      select json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name, 'last_name', u.last_name,
        'email', u.email) as "user", k.created_at::text
      from blocks k join users u on u.id = k.blocked_id where k.blocker_id = ${blocker}
      order by k.created_at desc, k.blocked_id limit ${page.limit} offset ${page.offset}`)),
  ];
}

export async function countBlocks(db: Db, blocker: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from blocks where blocker_id = ${blocker}`,
  );
  return row?.n ?? 0;
}

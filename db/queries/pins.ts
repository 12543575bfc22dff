import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { pinFailures, pins } from "@/db/schema/shared-devices";
import { users } from "@/db/schema/users";
import type { TaskGroup } from "@/lib/contract/shapes";
import type { UserRow } from "./users";

export async function putPin(tx: Db, userId: number, pinHash: string): Promise<void> {
  const set = { pinHash, createdAt: sql`clock_timestamp()` };
  await tx.insert(pins).values({ userId, pinHash }).onConflictDoUpdate({ target: pins.userId, set });
  await tx.delete(pinFailures).where(eq(pinFailures.userId, userId));
}

/** Whether there was one. */
export async function deletePin(tx: Db, userId: number): Promise<boolean> {
  return (await tx.delete(pins).where(eq(pins.userId, userId)).returning({ userId: pins.userId })).length > 0;
}

export async function hasPin(db: Db, userId: number): Promise<boolean> {
  return (await db.select({ userId: pins.userId }).from(pins).where(eq(pins.userId, userId))).length > 0;
}

const ofTeam = (team: TaskGroup) => (team === "none" ? undefined : eq(users.taskGroup, team));

/** Active people with a PIN whom a device of this team offers, by name. */
export async function selectPeopleWithPin(db: Db, team: TaskGroup, most: number): Promise<UserRow[]> {
  return db
    .select(getTableColumns(users))
    .from(pins)
    .innerJoin(users, eq(users.id, pins.userId))
    .where(and(eq(users.isActive, true), ofTeam(team)))
    .orderBy(asc(sql`lower(coalesce(nullif(${users.firstName}, ''), ${users.username}))`), asc(users.id))
    .limit(most);
}

export async function selectPin(
  db: Db,
  userId: number,
  team: TaskGroup,
): Promise<{ user: UserRow; pinHash: string } | undefined> {
  const [row] = await db
    .select({ user: users, pinHash: pins.pinHash })
    .from(pins)
    .innerJoin(users, eq(users.id, pins.userId))
    .where(and(eq(pins.userId, userId), eq(users.isActive, true), ofTeam(team)));
  return row;
}

/** Whether it is still the PIN, which stays as it is until the transaction ends. */
export async function holdPin(tx: Db, userId: number, pinHash: string): Promise<boolean> {
  const where = and(eq(pins.userId, userId), eq(pins.pinHash, pinHash));
  return (await tx.select({ userId: pins.userId }).from(pins).where(where).for("share")).length > 0;
}

/**
 * Counts a try as wrong before it is looked at, so that of many at once no more are looked at than may be. From the fifth
 * on each has a wait behind it that doubles, from a minute to a day. `wait`: seconds for which nothing is looked at.
 */
export async function countPinTry(
  db: Db,
  deviceId: string,
  userId: number,
): Promise<{ failures: number } | { wait: number }> {
  const wait = (failures: unknown) => sql`case when ${failures} < 5 then null
    else clock_timestamp() + least(power(2, least(${failures} - 5, 20)), 1440) * interval '1 minute' end`;
  const [counted] = await db.execute<{ failures: number }>(sql`
    insert into pin_failures as f (device_id, user_id, failures) values (${deviceId}::uuid, ${userId}, 1)
    on conflict (device_id, user_id) do update
      set failures = f.failures + 1, locked_until = ${wait(sql`f.failures + 1`)}
      where f.locked_until is null or f.locked_until <= clock_timestamp()
    returning failures`);
  if (counted) return { failures: counted.failures };
  const [left] = await db.execute<{ wait: number }>(sql`
    select greatest(1, ceil(extract(epoch from locked_until - clock_timestamp())))::int as wait
    from pin_failures where device_id = ${deviceId}::uuid and user_id = ${userId}`);
  return { wait: left?.wait ?? 1 };
}

export async function clearPinTries(db: Db, deviceId: string, userId: number): Promise<void> {
  await db.delete(pinFailures).where(and(eq(pinFailures.deviceId, deviceId), eq(pinFailures.userId, userId)));
}

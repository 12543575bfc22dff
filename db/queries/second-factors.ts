import { and, count, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";

export type SecondFactorRow = typeof secondFactors.$inferSelect;

/** A person's, whether or not it was confirmed yet. */
export async function selectSecondFactor(db: Db, userId: number): Promise<SecondFactorRow | undefined> {
  return (await db.select().from(secondFactors).where(eq(secondFactors.userId, userId)))[0];
}

/** Of these people, those who have confirmed one. */
export async function selectWithSecondFactor(db: Db, userIds: number[]): Promise<Set<number>> {
  const rows = await db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(inArray(secondFactors.userId, userIds), isNotNull(secondFactors.confirmedAt)));
  return new Set(rows.map(({ userId }) => userId));
}

/** A new secret in the place of one that was never confirmed; false when there is a confirmed one. */
export async function putSecondFactor(db: Db, userId: number, secret: Buffer): Promise<boolean> {
  const rows = await db
    .insert(secondFactors)
    .values({ userId, secret })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { secret, lastStep: null, createdAt: sql`clock_timestamp()` },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

export async function confirmSecondFactorRow(db: Db, userId: number): Promise<void> {
  await db
    .update(secondFactors)
    .set({ confirmedAt: sql`clock_timestamp()` })
    .where(eq(secondFactors.userId, userId));
}

/** Takes a code's time step; false when it, or a later one, was taken before. Of two at once, one gets it. */
export async function takeStep(db: Db, userId: number, step: number): Promise<boolean> {
  const unused = or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step));
  const rows = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), unused))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** With its recovery codes; false when there was none. */
export async function deleteSecondFactor(db: Db, userId: number): Promise<boolean> {
  const rows = await db.delete(secondFactors).where(eq(secondFactors.userId, userId)).returning();
  return rows.some(({ confirmedAt }) => confirmedAt !== null);
}

/** In the place of all earlier ones. */
export async function putRecoveryCodes(db: Db, userId: number, hashes: Buffer[]): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ userId, codeHash })));
}

/** False when there is no such code, or it was used before. */
export async function spendRecoveryCode(db: Db, userId: number, codeHash: Buffer): Promise<boolean> {
  const which = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash));
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(and(which, isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return rows.length > 0;
}

export async function countRecoveryCodes(db: Db, userId: number): Promise<number> {
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  const [row] = await db.select({ count: count() }).from(recoveryCodes).where(unused);
  return row?.count ?? 0;
}

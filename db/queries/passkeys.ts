import { and, asc, count, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { passkeyChallenges, passkeys } from "@/db/schema/passkeys";

export type PasskeyRow = typeof passkeys.$inferSelect;
export type NewPasskey = Pick<PasskeyRow, "userId" | "name" | "credentialId" | "publicKey" | "counter" | "transports">;

/** Those that nobody answered in time go with it. `userId`: whose new passkey it is for; null to sign in. */
export async function insertChallenge(
  db: Db,
  { challengeHash, userId, seconds }: { challengeHash: Buffer; userId: number | null; seconds: number },
): Promise<void> {
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, sql`clock_timestamp()`));
  const expiresAt = sql`clock_timestamp() + make_interval(secs => ${seconds})`;
  await db.insert(passkeyChallenges).values({ challengeHash, userId, expiresAt });
}

/** Takes it out, so that nobody answers it twice; false when it is not there, too old, or for somebody else. */
export async function takeChallenge(db: Db, challengeHash: Buffer, userId: number | null): Promise<boolean> {
  const live = sql<boolean>`${passkeyChallenges.expiresAt} > clock_timestamp()`;
  const [row] = await db
    .delete(passkeyChallenges)
    .where(eq(passkeyChallenges.challengeHash, challengeHash))
    .returning({ userId: passkeyChallenges.userId, live });
  return row !== undefined && row.live && row.userId === userId;
}

/** Undefined when this very passkey is known already, of whomever. */
export async function insertPasskey(db: Db, values: NewPasskey): Promise<PasskeyRow | undefined> {
  return (await db.insert(passkeys).values(values).onConflictDoNothing().returning())[0];
}

export async function selectPasskeys(db: Db, userId: number): Promise<PasskeyRow[]> {
  return db.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));
}

export async function selectPasskeyByCredential(db: Db, credentialId: Buffer): Promise<PasskeyRow | undefined> {
  return (await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)))[0];
}

/** Notes a use; false when the authenticator has counted as far before: then it, or a copy of it, is an old one. */
export async function noteUse(db: Db, id: string, counter: number): Promise<boolean> {
  // Those that do not count say 0 for ever.
  const further = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  const rows = await db
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`clock_timestamp()` })
    .where(and(eq(passkeys.id, id), further))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

export async function deletePasskey(db: Db, userId: number, id: string): Promise<PasskeyRow | undefined> {
  const which = and(eq(passkeys.userId, userId), eq(passkeys.id, id));
  return (await db.delete(passkeys).where(which).returning())[0];
}

/** All of a person's; how many there were. */
export async function deletePasskeysOf(db: Db, userId: number): Promise<number> {
  return (await db.delete(passkeys).where(eq(passkeys.userId, userId)).returning({ id: passkeys.id })).length;
}

export async function countPasskeys(db: Db, userIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .select({ userId: passkeys.userId, count: count() })
    .from(passkeys)
    .where(inArray(passkeys.userId, userIds))
    .groupBy(passkeys.userId);
  return new Map(rows.map((row) => [row.userId, row.count]));
}

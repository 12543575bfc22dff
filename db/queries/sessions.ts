import { and, count, desc, eq, gt, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { refreshTokens, sessions } from "@/db/schema/sessions";
import type { Role } from "@/lib/contract/shapes";

/** `byPin`: opened by a PIN at a shared device. */
export type LiveSession = { sessionId: string; userId: number; username: string; role: Role; byPin: boolean };
export type SessionRow = typeof sessions.$inferSelect;

const inSeconds = (seconds: number) => sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`;

export async function insertSession(
  db: Db,
  given: {
    userId: number;
    kind: "browser" | "device";
    userAgent: string;
    address: string;
    seconds: number;
    sharedDeviceId?: string;
  },
): Promise<string> {
  const { seconds, ...values } = { ...given, userAgent: given.userAgent.slice(0, 500) };
  const [row] = await db
    .insert(sessions)
    .values({ ...values, expiresAt: inSeconds(seconds), lastSeenAt: sql`clock_timestamp()` })
    .returning({ id: sessions.id });
  if (!row) throw new Error("The session was not stored.");
  return row.id;
}

/** `last_seen_at` is that exact: a session that is in use costs one write in five minutes. */
const seenEvery = sql`interval '5 minutes'`;

/**
 * The person behind a session that was neither revoked nor has expired, if the account is active; `unseen` when it was
 * not noted for a while that it is in use.
 */
export async function selectLiveSession(
  db: Db,
  sessionId: string,
): Promise<{ session: LiveSession; unseen: boolean } | undefined> {
  const [row] = await db.execute<{
    user_id: number;
    username: string;
    role: Role;
    by_pin: boolean;
    unseen: boolean;
  }>(sql`
    select u.id as user_id, u.username, u.role, s.shared_device_id is not null as by_pin,
      coalesce(s.last_seen_at < clock_timestamp() - ${seenEvery}, true) as unseen
    from sessions s join users u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and s.revoked_at is null and s.expires_at > clock_timestamp() and u.is_active`);
  if (!row) return undefined;
  const { user_id: userId, username, role, by_pin: byPin, unseen } = row;
  return { session: { sessionId, userId, username, role, byPin }, unseen };
}

export async function noteSeen(db: Db, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Those of a person that live, the last seen first. */
export async function selectSessions(
  db: Db,
  userId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: SessionRow[] }> {
  const where = and(
    eq(sessions.userId, userId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`clock_timestamp()`),
  );
  const [total] = await db.select({ count: count() }).from(sessions).where(where);
  const order = [desc(sql`coalesce(${sessions.lastSeenAt}, ${sessions.createdAt})`), desc(sessions.id)];
  const rows = await db
    .select()
    .from(sessions)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return { count: total?.count ?? 0, rows };
}

/** Also those that have ended. */
export async function selectHasSession(db: Db, userId: number, address: string): Promise<boolean> {
  const where = and(eq(sessions.userId, userId), eq(sessions.address, address));
  const rows = await db.select({ id: sessions.id }).from(sessions).where(where).limit(1);
  return rows.length > 0;
}

export async function selectSessionOwner(db: Db, sessionId: string): Promise<number | undefined> {
  const [row] = await db.select({ userId: sessions.userId }).from(sessions).where(eq(sessions.id, sessionId));
  return row?.userId;
}

export async function insertRefreshToken(db: Db, sessionId: string, tokenHash: Buffer, seconds: number): Promise<void> {
  await db.insert(refreshTokens).values({ sessionId, tokenHash, expiresAt: inSeconds(seconds) });
}

export type RefreshRow = {
  id: string;
  session_id: string;
  user_id: number;
  username: string;
  role: Role;
  used: boolean;
  live: boolean;
};

const refreshRow = (tokenHash: Buffer) => sql`
  select r.id, r.session_id, u.id as user_id, u.username, u.role, r.used_at is not null as used,
    s.revoked_at is null and u.is_active and r.expires_at > clock_timestamp() as live
  from refresh_tokens r join sessions s on s.id = r.session_id join users u on u.id = s.user_id
  where r.token_hash = decode(${tokenHash.toString("hex")}, 'hex')`;

export async function selectRefreshToken(db: Db, tokenHash: Buffer): Promise<RefreshRow | undefined> {
  const [row] = await db.execute<RefreshRow>(refreshRow(tokenHash));
  return row;
}

/** Holds the token and its session until the transaction ends: of two uses at once, the second sees the first. */
export async function lockRefreshToken(tx: Db, tokenHash: Buffer): Promise<RefreshRow | undefined> {
  const [row] = await tx.execute<RefreshRow>(sql`${refreshRow(tokenHash)} for update of r, s`);
  return row;
}

/** Marks the token as used and prolongs its session. */
export async function spendRefreshToken(tx: Db, token: RefreshRow, seconds: number, address: string): Promise<void> {
  await tx
    .update(refreshTokens)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(eq(refreshTokens.id, token.id));
  await tx
    .update(sessions)
    .set({
      expiresAt: inSeconds(seconds),
      lastSeenAt: sql`clock_timestamp()`,
      ...(address !== "" && { address }),
    })
    .where(eq(sessions.id, token.session_id));
}

/** The ids of those that this call ended. */
export async function revokeSessionRows(
  db: Db,
  which: { sessionIds: string[] } | { sharedDeviceId: string } | { userId: number; except?: string; byPin?: true },
  reason: string,
): Promise<string[]> {
  const wanted =
    "sessionIds" in which
      ? inArray(sessions.id, which.sessionIds)
      : "sharedDeviceId" in which
        ? eq(sessions.sharedDeviceId, which.sharedDeviceId)
        : and(
            eq(sessions.userId, which.userId),
            which.except ? ne(sessions.id, which.except) : undefined,
            which.byPin ? isNotNull(sessions.sharedDeviceId) : undefined,
          );
  const rows = await db
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()`, revokedReason: reason })
    .where(and(wanted, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.map((row) => row.id);
}

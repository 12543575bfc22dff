import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { invites } from "@/db/schema/invites";
import { users } from "@/db/schema/users";

export type InviteRow = typeof invites.$inferSelect;
export type NewInvite = Pick<InviteRow, "kind" | "codeHash" | "createdById"> &
  Partial<Pick<InviteRow, "label" | "role" | "taskGroup" | "userId" | "maxUses">>;

export async function insertInvite(db: Db, { hours, ...values }: NewInvite & { hours: number }): Promise<InviteRow> {
  const expiresAt = sql`clock_timestamp() + make_interval(hours => ${hours})`;
  const [row] = await db
    .insert(invites)
    .values({ ...values, expiresAt })
    .returning();
  if (!row) throw new Error("The invite was not stored.");
  return row;
}

const fit = sql<boolean>`${invites.revokedAt} is null and ${invites.uses} < ${invites.maxUses}
  and ${invites.expiresAt} > clock_timestamp() and ${users.isActive}`;

/** With who made it; `fit` when it still lets somebody in. It dies with the account of its maker. */
export type MadeInvite = { invite: InviteRow; maker: typeof users.$inferSelect; fit: boolean };

const made = (db: Db) =>
  db.select({ invite: invites, maker: users, fit }).from(invites).innerJoin(users, eq(users.id, invites.createdById));

export async function selectInviteByHash(db: Db, codeHash: Buffer): Promise<MadeInvite | undefined> {
  return (await made(db).where(eq(invites.codeHash, codeHash)))[0];
}

/** Held until the transaction ends: of two who use the last place at once, the second sees the first. */
export async function lockInviteByHash(tx: Db, codeHash: Buffer): Promise<MadeInvite | undefined> {
  await tx.select({ id: invites.id }).from(invites).where(eq(invites.codeHash, codeHash)).for("update");
  return selectInviteByHash(tx, codeHash);
}

export async function lockInvite(tx: Db, id: string): Promise<InviteRow | undefined> {
  return (await tx.select().from(invites).where(eq(invites.id, id)).for("update"))[0];
}

/** Those to join by, the newest first. */
export async function selectInvites(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: MadeInvite[] }> {
  const where = eq(invites.kind, "join");
  const [total] = await db.select({ count: count() }).from(invites).where(where);
  const rows = await made(db)
    .where(where)
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(limit)
    .offset(offset);
  return { count: total?.count ?? 0, rows };
}

export async function countUse(tx: Db, id: string): Promise<void> {
  await tx
    .update(invites)
    .set({ uses: sql`${invites.uses} + 1` })
    .where(eq(invites.id, id));
}

export async function revokeInviteRows(tx: Db, which: { id: string } | { userId: number }): Promise<number> {
  const wanted = "id" in which ? eq(invites.id, which.id) : eq(invites.userId, which.userId);
  const rows = await tx
    .update(invites)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(wanted, isNull(invites.revokedAt)))
    .returning({ id: invites.id });
  return rows.length;
}

import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { sharedDevices } from "@/db/schema/shared-devices";
import { users } from "@/db/schema/users";

export type SharedDeviceRow = typeof sharedDevices.$inferSelect;
type Approved = { device: SharedDeviceRow; approver: typeof users.$inferSelect };

export async function insertSharedDevice(
  tx: Db,
  values: Pick<SharedDeviceRow, "name" | "taskGroup" | "tokenHash" | "approvedById">,
): Promise<SharedDeviceRow> {
  const [row] = await tx.insert(sharedDevices).values(values).returning();
  if (!row) throw new Error("The device was not stored.");
  return row;
}

/** Only while it is approved. */
export async function selectSharedDeviceByToken(db: Db, tokenHash: Buffer): Promise<SharedDeviceRow | undefined> {
  const where = and(eq(sharedDevices.tokenHash, tokenHash), isNull(sharedDevices.revokedAt));
  return (await db.select().from(sharedDevices).where(where))[0];
}

/** Those that are approved, the newest first. */
export async function selectSharedDevices(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: Approved[] }> {
  const where = isNull(sharedDevices.revokedAt);
  const [total] = await db.select({ count: count() }).from(sharedDevices).where(where);
  const rows = await db
    .select({ device: sharedDevices, approver: users })
    .from(sharedDevices)
    .innerJoin(users, eq(users.id, sharedDevices.approvedById))
    .where(where)
    .orderBy(desc(sharedDevices.createdAt), desc(sharedDevices.id))
    .limit(limit)
    .offset(offset);
  return { count: total?.count ?? 0, rows };
}

/** The device if there is one, and whether this call ended it. */
export async function revokeSharedDevice(
  tx: Db,
  id: string,
): Promise<{ device: SharedDeviceRow; ended: boolean } | undefined> {
  const [device] = await tx.select().from(sharedDevices).where(eq(sharedDevices.id, id)).for("update");
  if (!device || device.revokedAt !== null) return device && { device, ended: false };
  await tx
    .update(sharedDevices)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(eq(sharedDevices.id, id));
  return { device, ended: true };
}

/** Whether it is still approved, which it stays until the transaction ends. */
export async function noteSharedDeviceUsed(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .update(sharedDevices)
    .set({ lastUsedAt: sql`clock_timestamp()` })
    .where(and(eq(sharedDevices.id, id), isNull(sharedDevices.revokedAt)))
    .returning({ id: sharedDevices.id });
  return rows.length > 0;
}

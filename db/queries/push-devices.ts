import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { pushDevices } from "@/db/schema/notifications";

export type PushDeviceRow = typeof pushDevices.$inferSelect;
export type NewPushDevice = Pick<
  PushDeviceRow,
  "userId" | "sessionId" | "kind" | "address" | "p256dh" | "auth" | "platform"
>;

/** So many of one person count; the oldest goes. */
const most = 20;

/** Registers a device for this session. Registering it again renews it; whoever was registered there before is not any more. */
export async function putPushDevice(tx: Db, given: NewPushDevice): Promise<{ row: PushDeviceRow; created: boolean }> {
  const { userId, sessionId, kind, p256dh, auth, platform } = given;
  const [row] = await tx
    .insert(pushDevices)
    .values(given)
    .onConflictDoUpdate({
      target: pushDevices.address,
      set: {
        userId,
        sessionId,
        kind,
        p256dh,
        auth,
        platform,
        failure: null,
        // What was said before belongs to whoever had it then.
        createdAt: sql`case when ${pushDevices.userId} = excluded.user_id then ${pushDevices.createdAt} else clock_timestamp() end`,
      },
    })
    .returning({ row: sql<boolean>`xmax = 0`, id: pushDevices.id });
  if (!row) throw new Error("The device was not stored.");
  // One subscription a browser session: an older one of the same session was replaced by its push service.
  await tx.execute(
    sql`delete from push_devices where session_id = ${sessionId} and kind = ${kind} and id <> ${row.id}`,
  );
  await tx.execute(sql`delete from push_devices where id in (
    select id from push_devices where user_id = ${userId} order by created_at desc offset ${most})`);
  const [stored] = await tx.select().from(pushDevices).where(eq(pushDevices.id, row.id));
  if (!stored) throw new Error("The device was not stored.");
  return { row: stored, created: row.row };
}

export async function deletePushDevice(db: Db, userId: number, address: string): Promise<void> {
  await db.delete(pushDevices).where(and(eq(pushDevices.userId, userId), eq(pushDevices.address, address)));
}

/** Those of a person whose session lives, the newest first. */
export async function selectPushDevices(db: Db, userId: number): Promise<PushDeviceRow[]> {
  const live = sql`exists (select 1 from sessions s where s.id = ${pushDevices.sessionId} and s.revoked_at is null
    and s.expires_at > clock_timestamp())`;
  return db
    .select()
    .from(pushDevices)
    .where(and(eq(pushDevices.userId, userId), live))
    .orderBy(desc(pushDevices.createdAt));
}

import { database } from "@/db/database";
import { deletePushDevice } from "@/db/queries/push-devices";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** One's own device is notified no more; one that is not known is no error. */
export async function removeDevice(ctx: Ctx, address: string): Promise<void> {
  requirePermission(ctx, "devices.manage", { own: true });
  await deletePushDevice(database().db, ctx.userId, address);
}

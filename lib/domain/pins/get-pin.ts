import { database } from "@/db/database";
import { hasPin } from "@/db/queries/pins";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** Whether the caller has a PIN. Refuses with `forbidden`. */
export async function getPin(ctx: Ctx): Promise<{ set: boolean }> {
  requirePermission(ctx, "account.secure", { own: true });
  return { set: await hasPin(database().db, ctx.userId) };
}

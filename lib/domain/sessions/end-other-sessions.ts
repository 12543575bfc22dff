import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { endSessions } from "./end-sessions";

/** Signs all of the caller's devices out but the one that asks. */
export async function endOtherSessions(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "devices.manage", { own: true });
  await endSessions({ userId: ctx.userId, except: ctx.sessionId }, "signed_out");
}

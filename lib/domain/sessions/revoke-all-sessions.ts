import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { endSessions } from "./end-sessions";

/** Signs the caller out everywhere, here too. Refuses with `forbidden` who came in by a PIN. */
export async function revokeAllSessions(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "devices.manage", { own: true });
  await endSessions({ userId: ctx.userId }, "signed_out_everywhere");
}

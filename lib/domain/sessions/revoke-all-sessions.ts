import type { Ctx } from "../ctx";
import { endSessions } from "./end-sessions";

/** Signs the caller out everywhere, here too. */
export async function revokeAllSessions(ctx: Ctx): Promise<void> {
  await endSessions({ userId: ctx.userId }, "signed_out_everywhere");
}

import { database } from "@/db/database";
import { deletePin } from "@/db/queries/pins";
import { revokeSessionRows } from "@/db/queries/sessions";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { announceEnded } from "../sessions/end-sessions";

/** Removes the caller's PIN and ends what it has opened; without one nothing changes. Refuses with `forbidden`. */
export async function removePin(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "account.secure", { own: true });
  const ended = await database().db.transaction(async (tx) => {
    if (!(await deletePin(tx, ctx.userId))) return [];
    const sessions = await revokeSessionRows(tx, { userId: ctx.userId, byPin: true }, "pin_removed");
    await recordAudit(tx, ctx, { action: "person.pin_removed", target: { type: "person", id: ctx.userId } });
    return sessions;
  });
  announceEnded(ended, "pin_removed");
}

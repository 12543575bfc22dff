import { database } from "@/db/database";
import { revokeSessionRows } from "@/db/queries/sessions";
import { updateUserRow } from "@/db/queries/users";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "../second-factor/confirm-owner";
import { announceEnded } from "../sessions/end-sessions";
import { hashChosenPassword } from "./hash-chosen-password";

/**
 * Changes the caller's own password, for which the old one is needed, and a code of their second factor: an open device
 * alone must not lock its owner out. Their other devices are signed out. Refuses with `invalid_input` for wrong ones.
 */
export async function changePassword(ctx: Ctx, given: OwnersProof & { password: string }): Promise<void> {
  requirePermission(ctx, "account.secure", { own: true });
  const passwordHash = await hashChosenPassword(given.password);
  const ended = await database().db.transaction(async (tx) => {
    await confirmOwner(tx, ctx, given);
    await updateUserRow(tx, ctx.userId, { passwordHash });
    const which = { userId: ctx.userId, except: ctx.sessionId };
    const sessions = await revokeSessionRows(tx, which, "password_changed");
    await recordAudit(tx, ctx, { action: "person.password_changed", target: { type: "person", id: ctx.userId } });
    return sessions;
  });
  announceEnded(ended, "password_changed");
}

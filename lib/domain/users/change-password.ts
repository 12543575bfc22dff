import { database } from "@/db/database";
import { revokeSessionRows } from "@/db/queries/sessions";
import { lockUser, updateUserRow } from "@/db/queries/users";
import { verifyPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { announceEnded } from "../sessions/end-sessions";
import { hashChosenPassword } from "./hash-chosen-password";

/**
 * Changes the caller's own password, for which the old one is needed: an open device alone must not lock its owner out.
 * Their other devices are signed out. Refuses with `invalid_input` for a wrong old one.
 */
export async function changePassword(ctx: Ctx, given: { current_password: string; password: string }): Promise<void> {
  const passwordHash = await hashChosenPassword(given.password);
  const ended = await database().db.transaction(async (tx) => {
    const row = await lockUser(tx, ctx.userId);
    if (!(await verifyPassword(row?.passwordHash, given.current_password))) {
      throw new ChatError("invalid_input", "The current password is wrong.", {
        fields: { current_password: ["It is wrong."] },
      });
    }
    await updateUserRow(tx, ctx.userId, { passwordHash });
    const which = { userId: ctx.userId, except: ctx.sessionId };
    const sessions = await revokeSessionRows(tx, which, "password_changed");
    await recordAudit(tx, ctx, { action: "person.password_changed", target: { type: "person", id: ctx.userId } });
    return sessions;
  });
  announceEnded(ended, "password_changed");
}

import { database } from "@/db/database";
import { deleteIdentities } from "@/db/queries/identities";
import { deletePin } from "@/db/queries/pins";
import { revokeSessionRows } from "@/db/queries/sessions";
import { lockAccounts, lockUser, otherSuperusers, updateUserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { recordChange } from "./record-change";
import { requirePermission } from "../require-permission";
import { announceEnded } from "../sessions/end-sessions";
import { type AccountInput, accountValues } from "./account-values";
import { refuseOwn } from "../second-factor/refuse-own";
import { presentMe } from "./present-me";
import { refuseTaken } from "./refuse-taken";

/**
 * Changes a person's account. Who becomes inactive is signed out everywhere; who gets a new password, everywhere but
 * here. The last active superuser stays one. Refuses with `forbidden`, `not_found`, `conflict`.
 */
export async function updateUser(ctx: Ctx, { id, ...given }: AccountInput & { id: number }): Promise<Me> {
  requirePermission(ctx, "people.change", given.role === undefined ? {} : { role: given.role });
  const values = await accountValues(given);
  const reason = given.is_active === false ? "deactivated" : "password_changed";
  const work = () =>
    database().db.transaction(async (tx) => {
      await lockAccounts(tx);
      const before = await lockUser(tx, id);
      if (!before) throw new ChatError("not_found", "There is no such person.");
      requirePermission(ctx, "people.change", { role: before.role });
      if (given.password !== undefined) await refuseOwn(tx, ctx, id);
      const stepsDown = given.is_active === false || (given.role !== undefined && given.role !== "superuser");
      if (before.role === "superuser" && before.isActive && stepsDown && !(await otherSuperusers(tx, id))) {
        throw new ChatError("conflict", "The last superuser must stay.");
      }
      const row = await updateUserRow(tx, id, values);
      if (!row) throw new ChatError("not_found", "There is no such person.");
      // Whoever gets a new password has lost the account, perhaps to somebody who came in another way.
      if (given.password !== undefined) {
        await deleteIdentities(tx, id);
        await deletePin(tx, id);
      }
      const signsOut = given.is_active === false || given.password !== undefined;
      const which = given.is_active === false ? { userId: id } : { userId: id, except: ctx.sessionId };
      const ended = signsOut ? await revokeSessionRows(tx, which, reason) : [];
      await recordChange(tx, ctx, before, row);
      return { row, ended };
    });
  const { row, ended } = await refuseTaken(work);
  announceEnded(ended, reason);
  return presentMe(row);
}

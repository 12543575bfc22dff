import { database } from "@/db/database";
import { confirmSecondFactorRow, selectSecondFactor } from "@/db/queries/second-factors";
import { lockUser } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { wrongOtp } from "./confirm-owner";
import { giveRecoveryCodes } from "./give-recovery-codes";
import { takeAppCode } from "./take-otp";

/**
 * Turns the second factor on, by a first code that proves the app; gives the recovery codes, which are told this once.
 * Refuses with `invalid_input` for a wrong code, `not_found` when none was begun.
 */
export async function confirmSecondFactor(ctx: Ctx, otp: string): Promise<{ recovery_codes: string[] }> {
  requirePermission(ctx, "account.secure", { own: true });
  return database().db.transaction(async (tx) => {
    await lockUser(tx, ctx.userId);
    const row = await selectSecondFactor(tx, ctx.userId);
    if (!row || row.confirmedAt) throw new ChatError("not_found", "There is no second factor to confirm. Begin again.");
    if (!(await takeAppCode(tx, row, otp))) throw wrongOtp();
    await confirmSecondFactorRow(tx, ctx.userId);
    const recovery_codes = await giveRecoveryCodes(tx, ctx.userId);
    await recordAudit(tx, ctx, { action: "person.second_factor_on", target: { type: "person", id: ctx.userId } });
    return { recovery_codes };
  });
}

import { database } from "@/db/database";
import { selectSecondFactor } from "@/db/queries/second-factors";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "./confirm-owner";
import { giveRecoveryCodes } from "./give-recovery-codes";

/** Ten new recovery codes; the earlier ones are good no more. Refuses with `invalid_input`, `not_found`. */
export async function renewRecoveryCodes(ctx: Ctx, proof: OwnersProof): Promise<{ recovery_codes: string[] }> {
  requirePermission(ctx, "account.secure", { own: true });
  return database().db.transaction(async (tx) => {
    await confirmOwner(tx, ctx, proof);
    if (!(await selectSecondFactor(tx, ctx.userId))?.confirmedAt) {
      throw new ChatError("not_found", "You have no second factor.");
    }
    const recovery_codes = await giveRecoveryCodes(tx, ctx.userId);
    await recordAudit(tx, ctx, { action: "person.recovery_codes_renewed", target: { type: "person", id: ctx.userId } });
    return { recovery_codes };
  });
}

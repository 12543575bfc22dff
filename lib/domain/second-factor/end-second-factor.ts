import { database } from "@/db/database";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "./confirm-owner";

/** Turns the caller's second factor off; without one nothing changes. Refuses with `invalid_input`. */
export async function endSecondFactor(ctx: Ctx, proof: OwnersProof): Promise<void> {
  requirePermission(ctx, "account.secure", { own: true });
  await database().db.transaction(async (tx) => {
    await confirmOwner(tx, ctx, proof);
    if (!(await deleteSecondFactor(tx, ctx.userId))) return;
    await recordAudit(tx, ctx, { action: "person.second_factor_off", target: { type: "person", id: ctx.userId } });
  });
}

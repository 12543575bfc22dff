import { database } from "@/db/database";
import { putPin } from "@/db/queries/pins";
import { hashPassword } from "@/lib/auth/password";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "../second-factor/confirm-owner";

/**
 * Sets the caller's PIN for shared devices, for which the password is needed, and a code of their second factor: whoever
 * finds an open device must not make a way in for later. Refuses with `forbidden`, and `invalid_input` for wrong ones.
 */
export async function setPin(ctx: Ctx, given: OwnersProof & { pin: string }): Promise<void> {
  requirePermission(ctx, "account.secure", { own: true });
  const pinHash = await hashPassword(given.pin);
  await database().db.transaction(async (tx) => {
    await confirmOwner(tx, ctx, given);
    await putPin(tx, ctx.userId, pinHash);
    await recordAudit(tx, ctx, { action: "person.pin_set", target: { type: "person", id: ctx.userId } });
  });
}

import { database } from "@/db/database";
import { putSecondFactor, selectSecondFactor } from "@/db/queries/second-factors";
import { sealSecret } from "@/lib/auth/sealed-secret";
import { newTotpSecret, totpEnrolment } from "@/lib/auth/totp";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "./confirm-owner";

/**
 * A secret for the caller's authenticator app. Nothing is asked of them before `confirmSecondFactor`; begun again, the
 * earlier secret is gone. Refuses with `invalid_input`, and with `conflict` when they have a second factor.
 */
export async function beginSecondFactor(ctx: Ctx, proof: OwnersProof): Promise<{ secret: string; uri: string }> {
  requirePermission(ctx, "account.secure", { own: true });
  const secret = newTotpSecret();
  return database().db.transaction(async (tx) => {
    if ((await selectSecondFactor(tx, ctx.userId))?.confirmedAt) throw already();
    const { username } = await confirmOwner(tx, ctx, proof);
    if (!(await putSecondFactor(tx, ctx.userId, sealSecret(secret, String(ctx.userId))))) throw already();
    return totpEnrolment(secret, username);
  });
}

const already = () => new ChatError("conflict", "You have a second factor already. Turn it off first.");

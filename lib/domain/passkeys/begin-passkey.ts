import { database } from "@/db/database";
import { selectPasskeys } from "@/db/queries/passkeys";
import { relyingParty } from "@/lib/auth/relying-party";
import { ChatError } from "@/lib/contract/errors";
import type { NewPasskeyOptions } from "@/lib/contract/passkey";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { confirmOwner, type OwnersProof } from "../second-factor/confirm-owner";
import { briefOf } from "../users/present-me";
import { newChallenge } from "./challenge";
import { userHandle } from "./user-handle";

const most = 20;
/** Signatures that are worth having, the best first: Ed25519, ES256, RS256. */
const algorithms = [-8, -7, -257];

/**
 * What an authenticator is asked to make a passkey from, for the owner of the account. Refuses with `invalid_input`, and
 * with `conflict` when there are too many.
 */
export async function beginPasskey(ctx: Ctx, proof: OwnersProof): Promise<NewPasskeyOptions> {
  requirePermission(ctx, "account.secure", { own: true });
  const { id, name } = relyingParty();
  return database().db.transaction(async (tx) => {
    const person = briefOf(await confirmOwner(tx, ctx, proof));
    const known = await selectPasskeys(tx, ctx.userId);
    if (known.length >= most) throw new ChatError("conflict", `You have ${most} passkeys. Remove one first.`);
    return {
      ...(await newChallenge(tx, ctx.userId)),
      rp: { id, name },
      user: {
        id: userHandle(ctx.userId).toString("base64url"),
        name: person.username,
        displayName: person.full_name,
      },
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" as const })),
      excludeCredentials: known.map(({ credentialId }) => ({
        id: credentialId.toString("base64url"),
        type: "public-key" as const,
      })),
      // Found without a name being typed, and opened by a finger, a face or a PIN: both factors in one.
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    };
  });
}

import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { database } from "@/db/database";
import { insertPasskey, type NewPasskey } from "@/db/queries/passkeys";
import { relyingParty } from "@/lib/auth/relying-party";
import { ChatError } from "@/lib/contract/errors";
import type { MadePasskey, Passkey } from "@/lib/contract/passkey";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { takeAnswered } from "./challenge";
import { presentPasskey } from "./present-passkey";

/**
 * Keeps a passkey that an authenticator has made for the caller, as `beginPasskey` asked. Refuses with `invalid_input`
 * when it answers something else, `conflict` when it is known already.
 */
export async function addPasskey(ctx: Ctx, { name, ...made }: MadePasskey & { name: string }): Promise<Passkey> {
  requirePermission(ctx, "account.secure", { own: true });
  const { db } = database();
  // Before anything is looked at: whatever the answer is, there is no second one.
  const challenge = await takeAnswered(db, made.client_data, ctx.userId);
  const proved = challenge && (await prove(made, challenge));
  if (!proved) {
    throw new ChatError("invalid_input", "This passkey was made for something else, or too late. Begin again.", {
      fields: { attestation: ["It does not answer what was asked."] },
    });
  }
  return db.transaction(async (tx) => {
    const row = await insertPasskey(tx, { ...proved, userId: ctx.userId, name, transports: made.transports });
    if (!row) throw new ChatError("conflict", "This passkey is known already.");
    const target = { type: "person", id: ctx.userId } as const;
    await recordAudit(tx, ctx, { action: "person.passkey_added", target, details: { name } });
    return presentPasskey(row);
  });
}

async function prove(
  made: MadePasskey,
  expectedChallenge: string,
): Promise<Pick<NewPasskey, "credentialId" | "publicKey" | "counter"> | undefined> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: made.credential_id,
        rawId: made.credential_id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: made.client_data, attestationObject: made.attestation },
      },
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: Buffer.from(id, "base64url"), publicKey: Buffer.from(publicKey), counter };
  } catch {
    return undefined;
  }
}

import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { database } from "@/db/database";
import { noteUse, type PasskeyRow, selectPasskeyByCredential } from "@/db/queries/passkeys";
import { selectUser, type UserRow } from "@/db/queries/users";
import { relyingParty } from "@/lib/auth/relying-party";
import { ChatError } from "@/lib/contract/errors";
import type { PasskeyAnswer } from "@/lib/contract/passkey";
import { takeAnswered } from "./challenge";
import { userHandle } from "./user-handle";

const refused = () => new ChatError("bad_credentials", "This passkey does not open anything here.");

/** The person whose authenticator has signed what `beginPasskeySignIn` asked. Refuses with `bad_credentials`. */
export async function checkPasskey(answer: PasskeyAnswer): Promise<UserRow> {
  const { db } = database();
  // Before anything is looked at: whatever the answer is, there is no second one.
  const challenge = await takeAnswered(db, answer.client_data, null);
  if (challenge === undefined) throw refused();
  const passkey = await selectPasskeyByCredential(db, Buffer.from(answer.credential_id, "base64url"));
  const user = passkey && (await selectUser(db, passkey.userId));
  if (!passkey || !user?.isActive) throw refused();
  if (!userHandle(user.id).equals(Buffer.from(answer.user_handle, "base64url"))) throw refused();
  const counter = await verifiedCounter(answer, challenge, passkey);
  if (counter === undefined || !(await noteUse(db, passkey.id, counter))) throw refused();
  return user;
}

async function verifiedCounter(
  answer: PasskeyAnswer,
  expectedChallenge: string,
  { publicKey, counter }: PasskeyRow,
): Promise<number | undefined> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { credential_id: id } = answer;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: answer.client_data,
          authenticatorData: answer.authenticator_data,
          signature: answer.signature,
          userHandle: answer.user_handle,
        },
      },
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      credential: { id, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

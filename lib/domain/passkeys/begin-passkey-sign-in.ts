import { database } from "@/db/database";
import { relyingParty } from "@/lib/auth/relying-party";
import type { PasskeySignInOptions } from "@/lib/contract/passkey";
import { newChallenge } from "./challenge";

/** What any authenticator of this house may sign: nobody says beforehand who they are. */
export async function beginPasskeySignIn(): Promise<PasskeySignInOptions> {
  const asked = await newChallenge(database().db, null);
  return { ...asked, rpId: relyingParty().id, userVerification: "required" };
}

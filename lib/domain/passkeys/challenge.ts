import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@/db/database";
import { insertChallenge, takeChallenge } from "@/db/queries/passkeys";

/** So long (s) an authenticator may take to answer. */
const seconds = 300;

const hashOf = (challenge: string) => createHash("sha256").update(challenge).digest();

/** Something new for an authenticator to sign: a new passkey of `userId`, or null to sign in. */
export async function newChallenge(db: Db, userId: number | null): Promise<{ challenge: string; timeout: number }> {
  const challenge = randomBytes(32).toString("base64url");
  await insertChallenge(db, { challengeHash: hashOf(challenge), userId, seconds });
  return { challenge, timeout: seconds * 1000 };
}

/** The challenge that a browser says it has answered, if we asked it; from now on it is answered. */
export async function takeAnswered(db: Db, clientData: string, userId: number | null): Promise<string | undefined> {
  const challenge = challengeIn(clientData);
  return challenge !== undefined && (await takeChallenge(db, hashOf(challenge), userId)) ? challenge : undefined;
}

function challengeIn(clientData: string): string | undefined {
  try {
    const said = JSON.parse(Buffer.from(clientData, "base64url").toString()) as { challenge?: unknown } | null;
    return typeof said?.challenge === "string" ? said.challenge : undefined;
  } catch {
    return undefined;
  }
}

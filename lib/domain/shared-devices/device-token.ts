import { createHash, randomBytes } from "node:crypto";

/** The token of a shared device, and what is stored of it. */
export function newDeviceToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: deviceTokenHash(token) };
}

export const deviceTokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

import { createHash, randomBytes } from "node:crypto";

/** A new refresh token, and what is stored of it. */
export function newRefreshToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: refreshHash(token) };
}

export const refreshHash = (token: string): Buffer => createHash("sha256").update(token).digest();

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { config } from "@/lib/config/config";

const cipher = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

/** A key for this purpose alone: whatever else is signed with AUTH_SECRET says nothing about it. */
const key = () => Buffer.from(hkdfSync("sha256", config().AUTH_SECRET, "", "aristay second factor", 32));

/** Encrypts what the database keeps but must not be able to tell. It opens for the same `owner` alone. */
export function sealSecret(secret: Uint8Array, owner: string): Buffer {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, key(), iv).setAAD(Buffer.from(owner));
  return Buffer.concat([iv, sealing.update(secret), sealing.final(), sealing.getAuthTag()]);
}

/** What was sealed; undefined when it was sealed with another AUTH_SECRET or for somebody else. */
export function openSecret(sealed: Buffer, owner: string): Buffer | undefined {
  try {
    const opening = createDecipheriv(cipher, key(), sealed.subarray(0, ivLength)).setAAD(Buffer.from(owner));
    opening.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([opening.update(sealed.subarray(ivLength, -tagLength)), opening.final()]);
  } catch {
    return undefined;
  }
}

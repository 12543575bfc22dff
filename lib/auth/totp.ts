import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** What every authenticator app knows: six digits, a new code each 30 seconds, SHA-1. */
const form = { issuer: "AriStay", algorithm: "SHA1", digits: 6, period: 30 } as const;
const length = 20;

const keyOf = (secret: Uint8Array) => new Secret({ buffer: Uint8Array.from(secret).buffer });

export const newTotpSecret = (): Buffer => randomBytes(length);

/** What an app is given: the secret to type, and the address that its camera reads. */
export function totpEnrolment(secret: Uint8Array, username: string): { secret: string; uri: string } {
  const totp = new TOTP({ ...form, label: username, secret: keyOf(secret) });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step of a code that is right now, or was or will be half a minute away; undefined for any other. */
export function totpStep(secret: Uint8Array, code: string): number | undefined {
  const now = Date.now();
  const delta = new TOTP({ ...form, secret: keyOf(secret) }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / form.period) + delta;
}

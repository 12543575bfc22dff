import { z } from "zod";
import { time, uuid } from "./shapes";

/** One of one's own passkeys. */
export const passkey = z
  .object({ id: uuid, name: z.string(), created_at: time, last_used_at: time.nullable() })
  .meta({ id: "Passkey" });

export type Passkey = z.infer<typeof passkey>;

const kind = z.literal("public-key");

/** As the browser's `navigator.credentials.create` wants it, in its JSON form: hence the names. */
export const newPasskeyOptions = z
  .object({
    challenge: z.string(),
    timeout: z.int(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: kind })),
    excludeCredentials: z.array(z.object({ id: z.string(), type: kind })),
    authenticatorSelection: z.object({
      residentKey: z.literal("required"),
      requireResidentKey: z.boolean(),
      userVerification: z.literal("required"),
    }),
    attestation: z.literal("none"),
  })
  .meta({ id: "NewPasskeyOptions" });

export type NewPasskeyOptions = z.infer<typeof newPasskeyOptions>;

/** As `navigator.credentials.get` wants it. */
export const passkeySignInOptions = z
  .object({
    challenge: z.string(),
    timeout: z.int(),
    rpId: z.string(),
    userVerification: z.literal("required"),
  })
  .meta({ id: "PasskeySignInOptions" });

export type PasskeySignInOptions = z.infer<typeof passkeySignInOptions>;

/** Bytes as an authenticator's answer carries them. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, "It must be bytes in base64url.")
    .max(most);

const transport = z.string().regex(/^[a-z-]{1,20}$/, "It must be a transport of WebAuthn.");

/** What an authenticator gives that has made a passkey. */
export const madePasskey = z.strictObject({
  credential_id: bytes(1400),
  client_data: bytes(4000),
  attestation: bytes(16_000),
  transports: z.array(transport).max(10).default([]),
});

export type MadePasskey = z.infer<typeof madePasskey>;

/** What it gives to sign in. */
export const passkeyAnswer = z.strictObject({
  credential_id: bytes(1400),
  client_data: bytes(4000),
  authenticator_data: bytes(4000),
  signature: bytes(4000),
  user_handle: bytes(100),
});

export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;

import * as shapes from "./shapes";

const challenge = "q0Vd3yJm1kQeT7bPz5rXhWc2uLsNfA8gYiO4oKxD6tE";
const made = { created_at: shapes.message.created_at, last_used_at: null };
const passkey = { id: "0199a1b2-0000-7000-8000-000000000010", name: "My phone", ...made };
const recoveryCodes = ["K7QM-2XWD-9FHR", "B4NV-8TCE-6GJY"];

/** Those of the second factor and of passkeys. */
export const proofExamples: Record<string, { body?: unknown; response?: unknown }> = {
  getSecondFactor: {
    response: { enabled: true, since: shapes.message.created_at, recovery_codes_left: recoveryCodes.length },
  },
  beginSecondFactor: {
    body: { current_password: "correct horse battery" },
    response: {
      secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
      uri: "otpauth://totp/AriStay:ben?issuer=AriStay&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    },
  },
  confirmSecondFactor: { body: { otp: "492039" }, response: { recovery_codes: recoveryCodes } },
  renewRecoveryCodes: {
    body: { current_password: "correct horse battery", otp: "492039" },
    response: { recovery_codes: recoveryCodes },
  },
  endSecondFactor: { body: { current_password: "correct horse battery", otp: "492039" } },
  resetSecondFactor: {},
  listPasskeys: { response: { results: [passkey] } },
  beginPasskey: {
    body: { current_password: "correct horse battery" },
    response: {
      challenge,
      timeout: 300_000,
      rp: { id: "chat.example.com", name: "AriStay" },
      user: { id: "cGVyc29uIDI", name: "ben", displayName: "Ben Carter" },
      pubKeyCredParams: [{ alg: -7, type: "public-key" }],
      excludeCredentials: [],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
    },
  },
  addPasskey: {
    body: {
      name: passkey.name,
      credential_id: "bXkgcGhvbmU",
      client_data: "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0",
      attestation: "o2NmbXRkbm9uZQ",
      transports: ["internal"],
    },
    response: passkey,
  },
  removePasskey: {},
  beginPasskeySignIn: {
    response: { challenge, timeout: 300_000, rpId: "chat.example.com", userVerification: "required" },
  },
};

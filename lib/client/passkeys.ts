import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { enter } from "@/lib/client/sign-in";

const library = () => import("@simplewebauthn/browser");

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === "function";

/** Whether it offers them by itself, beside the names in the field for the username. */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && ((await window.PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);

/** What the browser says when the person does not want to, or takes too long. */
export const wasGivenUp = (error: unknown): boolean =>
  error instanceof Error && ["NotAllowedError", "AbortError"].includes(error.name);

type Proof = { current_password: string; otp?: string };

/** Has this device (or a key that is plugged in) make a passkey. */
export async function addPasskey(proof: Proof, name: string): Promise<void> {
  const [optionsJSON, { startRegistration }] = await Promise.all([
    call("POST /api/users/me/passkeys/options/", { body: proof }),
    library(),
  ]);
  const { id, response } = await startRegistration({ optionsJSON }).catch(refusedHere);
  await call("POST /api/users/me/passkeys/", {
    body: {
      name,
      credential_id: id,
      client_data: response.clientDataJSON,
      attestation: response.attestationObject,
      transports: response.transports ?? [],
    },
  });
}

/** Signs in by a passkey: the browser asks which; `quietly`, only once somebody chooses one in the field for the name. */
export async function signInByPasskey(quietly: boolean): Promise<void> {
  const [optionsJSON, { startAuthentication }] = await Promise.all([call("POST /api/passkeys/options/"), library()]);
  const { id, response } = await startAuthentication({ optionsJSON, useBrowserAutofill: quietly });
  await enter("passkey", {
    credential_id: id,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
    user_handle: response.userHandle ?? "",
  });
}

/** A device that holds one already says so by an error of its own. */
function refusedHere(error: unknown): never {
  if (error instanceof Error && error.name === "InvalidStateError") throw new ApiError(409, "conflict", "");
  throw error;
}

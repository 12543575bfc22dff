import { z } from "zod";
import { madePasskey, newPasskeyOptions, passkey, passkeySignInOptions } from "@/lib/contract/passkey";
import { ownersProof, someText, uuidIn } from "./inputs";
import { operation } from "./operation";

const path = "/api/users/me/passkeys/";

export const listPasskeysOp = operation({
  id: "listPasskeys",
  method: "GET",
  path,
  summary: "One's own passkeys",
  status: 200,
  response: z.object({ results: z.array(passkey) }),
  auth: "bearer",
  errors: ["forbidden"],
});

export const beginPasskeyOp = operation({
  id: "beginPasskey",
  method: "POST",
  path: `${path}options/`,
  summary: "What an authenticator makes a passkey from; it may be answered once, within five minutes",
  body: ownersProof,
  status: 200,
  response: newPasskeyOptions,
  auth: "bearer",
  errors: ["forbidden", "conflict"],
});

export const addPasskeyOp = operation({
  id: "addPasskey",
  method: "POST",
  path,
  summary: "Keep the passkey that an authenticator has made",
  body: madePasskey.extend({ name: someText(100) }),
  status: 201,
  response: passkey,
  auth: "bearer",
  errors: ["forbidden", "conflict"],
});

export const removePasskeyOp = operation({
  id: "removePasskey",
  method: "DELETE",
  path: `${path}{id}/`,
  summary: "Sign in by one of one's passkeys no more",
  params: z.strictObject({ id: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const beginPasskeySignInOp = operation({
  id: "beginPasskeySignIn",
  method: "POST",
  path: "/api/passkeys/options/",
  summary: "What an authenticator signs to let its owner's browser in; it may be answered once, within five minutes",
  status: 200,
  response: passkeySignInOptions,
  auth: "none",
  errors: [],
});

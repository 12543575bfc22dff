import { z } from "zod";
import { secondFactor } from "@/lib/contract/second-factor";
import { numberParams, otp, ownersProof } from "./inputs";
import { operation } from "./operation";

const path = "/api/users/me/second-factor/";
const recoveryCodes = z.object({ recovery_codes: z.array(z.string()) });

export const getSecondFactorOp = operation({
  id: "getSecondFactor",
  method: "GET",
  path,
  summary: "Whether one has a second factor",
  status: 200,
  response: secondFactor,
  auth: "bearer",
  errors: ["forbidden"],
});

export const beginSecondFactorOp = operation({
  id: "beginSecondFactor",
  method: "POST",
  path,
  summary: "A secret for one's authenticator app; it counts once a code of it was given",
  body: z.strictObject({ current_password: ownersProof.shape.current_password }),
  status: 200,
  /** `uri`: what the QR code holds. */
  response: z.object({ secret: z.string(), uri: z.string() }),
  auth: "bearer",
  errors: ["forbidden", "conflict"],
});

export const confirmSecondFactorOp = operation({
  id: "confirmSecondFactor",
  method: "POST",
  path: `${path}confirm/`,
  summary: "Turn the second factor on by a first code; the recovery codes are told this once",
  body: z.strictObject({ otp }),
  status: 200,
  response: recoveryCodes,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const renewRecoveryCodesOp = operation({
  id: "renewRecoveryCodes",
  method: "POST",
  path: `${path}recovery-codes/`,
  summary: "New recovery codes; the earlier ones are good no more",
  body: ownersProof,
  status: 200,
  response: recoveryCodes,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const endSecondFactorOp = operation({
  id: "endSecondFactor",
  method: "DELETE",
  path,
  summary: "Turn one's second factor off",
  body: ownersProof,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const resetSecondFactorOp = operation({
  id: "resetSecondFactor",
  method: "DELETE",
  path: "/api/users/{id}/second-factor/",
  summary:
    "Take a person's second factor and passkeys, who has lost them; they are signed out: managers, of nobody above them",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

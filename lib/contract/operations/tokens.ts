import { z } from "zod";
import { role, user } from "@/lib/contract/shapes";
import { otp, secret } from "./inputs";
import { operation } from "./operation";

const pair = z.object({ access: z.string(), refresh: z.string() });
const nothing = z.object({});

export const signInOp = operation({
  id: "signIn",
  method: "POST",
  path: "/api/token/",
  summary: "Tokens for a username (or e-mail address) and password, and a code where the person has a second factor",
  body: z.strictObject({ username: secret, password: secret, otp: otp.exactOptional() }),
  status: 200,
  response: pair.extend({ user: user.extend({ role, is_superuser: z.boolean() }) }),
  auth: "none",
  errors: ["bad_credentials", "otp_required", "otp_wrong"],
});

export const refreshOp = operation({
  id: "refreshSession",
  method: "POST",
  path: "/api/token/refresh/",
  rate: "refresh",
  summary: "A new pair for a refresh token, which is spent by it",
  body: z.strictObject({ refresh: secret }),
  status: 200,
  response: pair,
  auth: "none",
  errors: ["unauthorized", "token_reused"],
});

export const verifyTokenOp = operation({
  id: "verifyToken",
  method: "POST",
  path: "/api/token/verify/",
  summary: "Whether a token is good",
  body: z.strictObject({ token: secret }),
  status: 200,
  response: nothing,
  auth: "none",
  errors: ["unauthorized"],
});

export const revokeOp = operation({
  id: "revokeSession",
  method: "POST",
  path: "/api/token/revoke/",
  summary: "Sign out the device of a refresh token",
  body: z.strictObject({ refresh: secret }),
  status: 200,
  response: nothing,
  auth: "none",
  errors: [],
});

export const revokeAllOp = operation({
  id: "revokeAllSessions",
  method: "POST",
  path: "/api/token/revoke-all/",
  summary: "Sign out all of one's devices",
  status: 200,
  response: nothing,
  auth: "bearer",
  errors: ["forbidden"],
});

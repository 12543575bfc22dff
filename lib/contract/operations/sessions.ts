import { z } from "zod";
import { session } from "@/lib/contract/session";
import { idText, numberParams, ownersProof, pageOf, pageQuery, uuidIn } from "./inputs";
import { operation } from "./operation";
import { newPassword } from "./users";

const query = z.strictObject(pageQuery);

export const listOwnSessionsOp = operation({
  id: "listOwnSessions",
  method: "GET",
  path: "/api/users/me/sessions/",
  summary: "One's own signed-in browsers and phones, the last seen first",
  query,
  status: 200,
  response: pageOf(session),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const endOwnSessionOp = operation({
  id: "endOwnSession",
  method: "DELETE",
  path: "/api/users/me/sessions/{id}/",
  summary: "Sign one of one's own devices out; its sockets close within a second",
  params: z.strictObject({ id: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const endOtherSessionsOp = operation({
  id: "endOtherSessions",
  method: "DELETE",
  path: "/api/users/me/sessions/",
  summary: "Sign all of one's own devices out but the one that asks",
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const changePasswordOp = operation({
  id: "changePassword",
  method: "POST",
  path: "/api/users/me/password/",
  summary: "Change one's own password; all devices but the one that asks are signed out",
  body: ownersProof.extend({ password: newPassword }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const listUserSessionsOp = operation({
  id: "listUserSessions",
  method: "GET",
  path: "/api/users/{id}/sessions/",
  summary: "A person's devices: managers, of nobody above them",
  params: numberParams,
  query,
  status: 200,
  response: pageOf(session),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const endUserSessionOp = operation({
  id: "endUserSession",
  method: "DELETE",
  path: "/api/users/{id}/sessions/{session}/",
  summary: "Sign one of a person's devices out: managers, of nobody above them",
  params: z.strictObject({ id: idText, session: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const endUserSessionsOp = operation({
  id: "endUserSessions",
  method: "DELETE",
  path: "/api/users/{id}/sessions/",
  summary: "Sign all of a person's devices out: managers, of nobody above them",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

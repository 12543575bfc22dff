import { z } from "zod";
import { invite, madeCode, openedCode } from "@/lib/contract/invites";
import { me, role, taskGroup } from "@/lib/contract/shapes";
import { numberParams, pageOf, pageQuery, secret, text, uuidIn } from "./inputs";
import { operation } from "./operation";
import { createUserOp, newPassword } from "./users";

export const listInvitesOp = operation({
  id: "listInvites",
  method: "GET",
  path: "/api/admin/invites/",
  summary: "Invitations, the newest first: managers",
  query: z.strictObject(pageQuery),
  status: 200,
  response: pageOf(invite),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const createInviteOp = operation({
  id: "createInvite",
  method: "POST",
  path: "/api/admin/invites/",
  summary: "Make an invitation, to no role above one's own; the answer alone tells its code",
  body: z.strictObject({
    role: role.default("staff"),
    task_group: taskGroup.default("none"),
    label: text(100).default(""),
    /** How many may join by it. */
    max_uses: z.int().min(1).max(500).default(1),
    /** At most 30 days. */
    hours: z.int().min(1).max(720).default(72),
  }),
  status: 201,
  response: madeCode.extend({ invite }).meta({ id: "MadeInvite" }),
  auth: "bearer",
  errors: ["forbidden"],
});

export const revokeInviteOp = operation({
  id: "revokeInvite",
  method: "DELETE",
  path: "/api/admin/invites/{id}/",
  summary: "Take an invitation back: managers, none to a role above their own",
  params: z.strictObject({ id: uuidIn }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const makePasswordLinkOp = operation({
  id: "makePasswordLink",
  method: "POST",
  path: "/api/users/{id}/password-link/",
  summary: "A link by which a person sets a new password, once within 72 hours; earlier ones are taken back",
  params: numberParams,
  status: 201,
  response: madeCode,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const openCodeOp = operation({
  id: "openCode",
  method: "POST",
  path: "/api/codes/open/",
  summary: "What a code lets one do; `not_found` for one that lets nobody in any more",
  body: z.strictObject({ code: secret }),
  status: 200,
  response: openedCode,
  auth: "none",
  errors: ["not_found"],
});

export const joinOp = operation({
  id: "join",
  method: "POST",
  path: "/api/codes/join/",
  summary: "Make one's own account by an invitation's code",
  body: createUserOp.body
    .pick({ username: true, email: true, first_name: true, last_name: true })
    .extend({ code: secret, password: newPassword }),
  status: 201,
  response: me,
  auth: "none",
  errors: ["not_found", "conflict", "bad_origin"],
});

export const setPasswordOp = operation({
  id: "setPassword",
  method: "POST",
  path: "/api/codes/password/",
  summary: "Set one's password by the code of a link; all devices are signed out",
  body: z.strictObject({ code: secret, password: newPassword }),
  status: 200,
  response: z.object({ username: z.string() }),
  auth: "none",
  errors: ["not_found", "bad_origin"],
});

import { z } from "zod";
import { mailDelays } from "@/lib/contract/mail-delays";
import { directoryUser, me, quietHours, role, taskGroup } from "@/lib/contract/shapes";
import { numberParams, pageOf, pageQuery, someText, text } from "./inputs";
import { operation } from "./operation";

const username = z.string().regex(/^[A-Za-z0-9_.-]{1,150}$/, "Letters, digits, dot, dash and underscore; at most 150.");
/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(8, "It must have 8 characters or more.")
  .max(200)
  .refine((given) => !given.includes("\0"), "It must not contain a NUL character.");
const timezone = text(64).refine(isZone, "It must be a time zone such as Europe/Berlin.");

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

export const listUsersOp = operation({
  id: "listUsers",
  method: "GET",
  path: "/api/users/",
  summary: "The directory of active staff",
  query: z.strictObject({ ...pageQuery, search: text(200).exactOptional() }),
  status: 200,
  response: pageOf(directoryUser),
  auth: "bearer",
  errors: ["not_found"],
});

export const getMeOp = operation({
  id: "getMe",
  method: "GET",
  path: "/api/users/me/",
  summary: "One's own profile",
  status: 200,
  response: me,
  auth: "bearer",
  errors: [],
});

export const updateMeOp = operation({
  id: "updateMe",
  method: "PATCH",
  path: "/api/users/me/",
  summary: "Change one's own profile",
  body: z.strictObject({
    first_name: text(150).exactOptional(),
    last_name: text(150).exactOptional(),
    locale: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "It must be a language tag such as en.")
      .max(35)
      .exactOptional(),
    timezone: timezone.exactOptional(),
    avatar_url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .exactOptional(),
    quiet_hours: quietHours.strict().nullable().exactOptional(),
    do_not_disturb: z.boolean().exactOptional(),
    /** At work now: everybody sees it, and one's quiet hours do not hold. */
    on_duty: z.boolean().exactOptional(),
    notification_text: z.boolean().exactOptional(),
    mail_after: z.literal(mailDelays).nullable().exactOptional(),
    keywords: z.array(someText(50)).max(20).exactOptional(),
  }),
  status: 200,
  response: me,
  auth: "bearer",
  errors: [],
});

const names = { first_name: text(150).exactOptional(), last_name: text(150).exactOptional() };
const email = z.email("It must be an e-mail address.").max(254);

export const createUserOp = operation({
  id: "createUser",
  method: "POST",
  path: "/api/users/",
  summary: "Add a person: managers; nobody gives a role above their own",
  body: z.strictObject({
    username,
    /** `null`: the person sets it by a link. */
    password: newPassword.nullable(),
    email: z.union([email, z.literal("")], "It must be an e-mail address.").default(""),
    ...names,
    role: role.default("staff"),
    task_group: taskGroup.default("none"),
  }),
  status: 201,
  response: me,
  auth: "bearer",
  errors: ["forbidden", "conflict"],
});

export const setUpOp = operation({
  id: "setUp",
  method: "POST",
  path: "/api/setup/",
  summary: "Make the first superuser; as soon as there is anybody, this address does not exist",
  body: createUserOp.body
    .pick({ username: true, email: true, first_name: true, last_name: true })
    .extend({ password: newPassword }),
  status: 201,
  response: me,
  auth: "none",
  errors: ["not_found", "bad_origin"],
});

export const updateUserOp = operation({
  id: "updateUser",
  method: "PATCH",
  path: "/api/users/{id}/",
  summary: "Change a person; inactive ones are signed out everywhere",
  params: numberParams,
  body: z.strictObject({
    username: username.exactOptional(),
    password: newPassword.exactOptional(),
    email: z.union([email, z.literal("")], "It must be an e-mail address.").exactOptional(),
    ...names,
    role: role.exactOptional(),
    task_group: taskGroup.exactOptional(),
    is_active: z.boolean().exactOptional(),
  }),
  status: 200,
  response: me,
  auth: "bearer",
  errors: ["forbidden", "not_found", "conflict"],
});

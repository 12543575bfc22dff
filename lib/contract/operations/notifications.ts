import { z } from "zod";
import { notice } from "@/lib/contract/notice";
import { pushDevice } from "@/lib/contract/push-device";
import { limitText, secret, timeIn } from "./inputs";
import { operation } from "./operation";

const token = secret.max(2048);
const endpoint = z
  .url({ protocol: /^https?$/, error: "It must be the address of a push service." })
  .max(2048)
  .refine(
    (given) => URL.canParse(given) && new URL(given).username === "",
    "It must be the address of a push service.",
  );

export const registerDeviceOp = operation({
  id: "registerDevice",
  method: "POST",
  path: "/api/devices/",
  summary: "Be notified in the phone app: its FCM token, at each start of the app. It ends with the session",
  body: z.strictObject({ token, platform: z.enum(["android", "ios"]) }),
  status: 201,
  response: pushDevice,
  auth: "bearer",
  errors: ["forbidden"],
});

export const removeDeviceOp = operation({
  id: "removeDevice",
  method: "DELETE",
  path: "/api/devices/",
  summary: "Be notified in the phone app no more",
  body: z.strictObject({ token }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const getPushOp = operation({
  id: "getPush",
  method: "GET",
  path: "/api/push/",
  summary: "The key that browsers subscribe with, and where one is notified",
  status: 200,
  /** `mail`: whether this house tells of unread mentions by e-mail. */
  response: z.object({ public_key: z.string(), devices: z.array(pushDevice), mail: z.boolean() }),
  auth: "bearer",
  errors: [],
});

export const subscribePushOp = operation({
  id: "subscribePush",
  method: "POST",
  path: "/api/push/subscriptions/",
  summary: "Be notified in this browser: its push subscription as the browser gives it, at each start",
  body: z.strictObject({
    endpoint,
    keys: z.strictObject({
      p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}=?$/, "It must be an uncompressed point in base64url."),
      auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/, "It must be 16 bytes in base64url."),
    }),
    expirationTime: z.number().nullable().exactOptional(),
  }),
  status: 201,
  response: pushDevice,
  auth: "bearer",
  errors: ["forbidden"],
});

export const unsubscribePushOp = operation({
  id: "unsubscribePush",
  method: "DELETE",
  path: "/api/push/subscriptions/",
  summary: "Be notified in this browser no more",
  body: z.strictObject({ endpoint }),
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden"],
});

export const testPushOp = operation({
  id: "testPush",
  method: "POST",
  path: "/api/push/test/",
  summary: "Send oneself a notification, to all of one's devices",
  status: 200,
  response: z.object({ devices: z.int() }),
  auth: "bearer",
  errors: [],
});

export const listNoticesOp = operation({
  id: "listNotices",
  method: "GET",
  path: "/api/notifications/",
  summary:
    "What concerned one within thirty days, newest first: mentions, replies, reactions, rooms one was brought into",
  query: z.strictObject({ limit: limitText.default(50), before: timeIn.exactOptional() }),
  status: 200,
  /** `unread_count` goes to 100. */
  response: z.object({ results: z.array(notice), has_more: z.boolean(), unread_count: z.int() }),
  auth: "bearer",
  errors: [],
});

export const seeNoticesOp = operation({
  id: "seeNotices",
  method: "POST",
  path: "/api/notifications/seen/",
  summary: "One has looked at what concerned one, up to this time",
  body: z.strictObject({ until: timeIn }),
  status: 200,
  response: z.object({ unread_count: z.int() }),
  auth: "bearer",
  errors: [],
});

export const stopMailOp = operation({
  id: "stopMail",
  method: "POST",
  path: "/api/notifications/unsubscribe/",
  summary: "End the e-mails of whoever got this link, by one request of their mail program (RFC 8058)",
  query: z.strictObject({ token: z.string().max(100) }),
  status: 200,
  response: z.object({}),
  auth: "none",
  errors: ["not_found"],
});

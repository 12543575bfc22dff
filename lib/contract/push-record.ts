import { z } from "zod";
import { time, user, uuid } from "./shapes";

/** What the administration is told of notifications: of whom and when, never about which room or message. */

export const pushPlatform = z.enum(["web", "android", "ios"]);

/** A browser or phone of anybody. */
export const anyPushDevice = z
  .object({
    id: uuid,
    user,
    platform: pushPlatform,
    /** The server of its push service. Never the whole address: whoever knows that can be sent something there. */
    service: z.string(),
    created_at: time,
    /** When something last reached its push service. */
    accepted_at: time.nullable(),
    /** When something last did not, and why; the reason is null once something did. */
    failed_at: time.nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: "AnyPushDevice" });

export type AnyPushDevice = z.infer<typeof anyPushDevice>;

/** A notification that did not reach its device. */
export const pushFailure = z
  .object({
    id: z.int(),
    at: time,
    user,
    /** Null where the device is not registered any more. */
    platform: pushPlatform.nullable(),
    about: z.enum(["message", "read", "digest", "test"]),
    /** `gone`: its push service says that the device is not there any more; it was removed. */
    status: z.enum(["gone", "failed"]),
    /** What the push service answered last. */
    reason: z.string(),
    tries: z.int(),
  })
  .meta({ id: "PushFailure" });

export type PushFailure = z.infer<typeof pushFailure>;

/** What came of the notifications of the last 24 hours, and which devices there are now. */
export const pushFacts = z
  .object({
    /** Of each what it is now: `queued` and `sent` are still under way; `skipped` was not wanted any more. */
    day: z.object({
      queued: z.int(),
      sent: z.int(),
      accepted: z.int(),
      skipped: z.int(),
      gone: z.int(),
      failed: z.int(),
    }),
    devices: z.object({ web: z.int(), android: z.int(), ios: z.int(), failing: z.int() }),
    /** Whether this house can reach phones by FCM, and send e-mail. */
    phones: z.boolean(),
    mail: z.boolean(),
  })
  .meta({ id: "PushFacts" });

export type PushFacts = z.infer<typeof pushFacts>;

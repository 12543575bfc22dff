import { z } from "zod";
import { time, uuid } from "./shapes";

/** Where notifications of oneself go: a browser, or a phone with the app. */
export const pushDevice = z
  .object({
    id: uuid,
    kind: z.enum(["web", "fcm"]),
    platform: z.enum(["web", "android", "ios"]),
    created_at: time,
    /** When something last reached its push service. */
    accepted_at: time.nullable(),
    /** Why the last try did not succeed. */
    failure: z.string().nullable(),
    /** That of the session that asks. */
    current: z.boolean(),
  })
  .meta({ id: "PushDevice" });

export type PushDevice = z.infer<typeof pushDevice>;

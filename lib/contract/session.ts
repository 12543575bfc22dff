import { z } from "zod";
import { time, uuid } from "./shapes";

/** One signed-in browser or phone. */
export const session = z
  .object({
    id: uuid,
    kind: z.enum(["browser", "device"]),
    /** Such as `Chrome on Android`; made of the two below, and never empty. */
    device_name: z.string(),
    client: z.string().nullable(),
    platform: z.string().nullable(),
    /** Where it was signed in or last refreshed from; empty when that is not known. */
    address: z.string(),
    created_at: time,
    last_seen_at: time.nullable(),
    expires_at: time,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: "Session" });

export type Session = z.infer<typeof session>;

import { z } from "zod";
import { time } from "./shapes";

/** One's own second factor: codes of an authenticator app. */
export const secondFactor = z
  .object({
    enabled: z.boolean(),
    since: time.nullable(),
    recovery_codes_left: z.int(),
  })
  .meta({ id: "SecondFactor" });

export type SecondFactor = z.infer<typeof secondFactor>;

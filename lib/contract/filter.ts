import { z } from "zod";
import { filterActions, filterKinds } from "./filter-words";
import { id, time } from "./shapes";

/** What the house does about a text in which something occurs. */
export const filterRule = z
  .object({
    id,
    kind: z.enum(filterKinds),
    /** Words and phrases with commas between, which match as whole words in any case and with any accents; or a pattern of RE2. */
    value: z.string(),
    action: z.enum(filterActions),
    /** Why there is this rule: for those who look after it. */
    note: z.string(),
    created_at: time,
    modified_at: time,
  })
  .meta({ id: "FilterRule" });

/** What would happen to a text, and why. */
export const filterVerdict = z
  .object({
    action: z.enum(["pass", ...filterActions]),
    matches: z.array(z.object({ rule: id, action: z.enum(filterActions), text: z.string() })),
  })
  .meta({ id: "FilterVerdict" });

export type FilterRule = z.infer<typeof filterRule>;
export type FilterVerdict = z.infer<typeof filterVerdict>;

import { z } from "zod";
import { role, taskGroup, time, user, uuid } from "./shapes";

/** An invitation as its list shows it; its code is told only to whoever makes it. */
export const invite = z
  .object({
    id: uuid,
    /** For whom it was meant, in its maker's words. */
    label: z.string(),
    role,
    task_group: taskGroup,
    max_uses: z.int(),
    uses: z.int(),
    created_by: user,
    created_at: time,
    expires_at: time,
    /** `closed`: taken back, or whoever made it is no longer active. */
    status: z.enum(["open", "used", "expired", "closed"]),
  })
  .meta({ id: "Invite" });

export type Invite = z.infer<typeof invite>;

/** A code that was just made. It is kept nowhere in this form: whoever loses it makes another. */
export const madeCode = z
  .object({
    code: z.string(),
    /** Leads to the page that takes the code, which stands behind the `#` and so in no server's log. */
    url: z.string(),
    expires_at: time,
  })
  .meta({ id: "MadeCode" });

export type MadeCode = z.infer<typeof madeCode>;

/** What a code lets one do. */
export const openedCode = z
  .object({
    kind: z.enum(["join", "password"]),
    role,
    /** Whose password it sets; null for one to join by. */
    username: z.string().nullable(),
    /** Who made it. */
    invited_by: z.string(),
  })
  .meta({ id: "OpenedCode" });

export type OpenedCode = z.infer<typeof openedCode>;

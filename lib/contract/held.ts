import { z } from "zod";
import { attachment, id, message, role, roomType, time, user, uuid } from "./shapes";

/** A text of the caller's that is no message: it waits for a moderator, or one did not let it through. */
export const heldText = z
  .object({
    id: uuid,
    room: uuid,
    client_id: z.string(),
    status: z.enum(["waiting", "refused"]),
    content: z.string(),
    attachments: z.array(attachment),
    reply_to: message.shape.reply_to,
    thread_root_id: uuid.nullable(),
    /** Why it was refused. */
    reason: z.string(),
    created_at: time,
  })
  .meta({ id: "HeldText" });

/** A held text as moderators see it. One that its writer has taken back is not shown any more. */
export const heldForModerators = z
  .object({
    id: uuid,
    status: z.enum(["waiting", "released", "refused"]),
    person: user.extend({ role, is_active: z.boolean() }),
    /** Between two people it has no name. */
    room: z.object({ id: uuid, name: z.string(), room_type: roomType }),
    content: z.string(),
    /** The rules that held it, and what each found; a rule may be gone by now. */
    rules: z.array(z.object({ rule: id, text: z.string() })),
    reason: z.string(),
    decided_by: user.nullable(),
    decided_at: time.nullable(),
    /** What it became, once it was let through. */
    message: uuid.nullable(),
    created_at: time,
  })
  .meta({ id: "HeldForModerators" });

export const heldWithContext = heldForModerators
  .extend({
    attachments: z.array(attachment),
    /** What was said in the room before it, as it is now. */
    context: z.array(z.object({ id: uuid, sender: user.nullable(), content: z.string(), created_at: time })),
  })
  .meta({ id: "HeldWithContext" });

export type HeldText = z.infer<typeof heldText>;
export type HeldForModerators = z.infer<typeof heldForModerators>;
export type HeldWithContext = z.infer<typeof heldWithContext>;

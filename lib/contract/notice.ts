import { z } from "zod";
import { time, user, uuid } from "./shapes";

export const noticeKinds = ["mention", "reply", "keyword", "reaction", "added", "turned_down"] as const;

/** Something in the chats that concerned the caller. */
export const notice = z
  .object({
    kind: z.enum(noticeKinds),
    at: time,
    /** Neither looked at here nor read in its room. */
    is_unread: z.boolean(),
    room: z.object({ id: uuid, display_name: z.string() }),
    /** Who wrote or reacted. */
    actor: user.nullable(),
    /** The message that names or answers the caller or has one of their words, or the caller's own that was reacted to. */
    message: z.object({ id: uuid, thread_root_id: uuid.nullable(), preview: z.string() }).nullable(),
    emoji: z.string().nullable(),
    /** Of `turned_down`: the caller's text that a moderator did not let through, and why. */
    held: z.object({ preview: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: "Notice" });

export type Notice = z.infer<typeof notice>;

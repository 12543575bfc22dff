import { z } from "zod";
import { acceptWarning, limitNumber, messageContent, text, uuidIn } from "./operations/inputs";

/** What clients send over both kinds of sockets. Unknown keys are refused. */

const seq = z.int().min(0);

export const sendCommand = z
  .strictObject({
    /** Kept as it was written, like everywhere: the answer must carry what the client knows it by. */
    client_id: z.guid("It must be a UUID."),
    room: uuidIn,
    content: text(10_000).default(""),
    message_type: z.enum(["text", "image", "file", "voice"]).optional(),
    reply_to: uuidIn.nullish(),
    thread_root: uuidIn.nullish(),
    attachment_ids: z.array(uuidIn).max(10).optional(),
    /** The two pictures, in their order, show a place before and after the work. */
    before_after: z.boolean().optional(),
    accept_warning: acceptWarning.optional(),
  })
  .refine((given) => given.content !== "" || (given.attachment_ids?.length ?? 0) > 0, {
    path: ["content"],
    error: "It must not be empty.",
  });

export const editCommand = z.strictObject({
  id: uuidIn,
  content: messageContent,
  accept_warning: acceptWarning.optional(),
});
export const deleteCommand = z.strictObject({ id: uuidIn });
export const reactionCommand = z.strictObject({ id: uuidIn, emoji: text(64), on: z.boolean() });
export const readCommand = z.strictObject({ room: uuidIn, seq });
export const typingCommand = z.strictObject({ room: uuidIn, is_typing: z.boolean() });
export const syncCommand = z.strictObject({
  cursor: z.string().max(4096).nullable(),
  limit: limitNumber.optional(),
});
export const refreshCommand = z.strictObject({ token: z.string().min(1).max(8192) });

const clientId = z
  .string()
  .min(1)
  .max(128)
  .refine((given) => !given.includes("\0"), "It must not contain a NUL character.")
  .nullish();

/** Frames of the raw WebSocket, by `type`. */
export const frames = {
  chat_message: z.strictObject({
    type: z.literal("chat_message"),
    message: text(10_000),
    reply_to: uuidIn.nullish(),
    client_id: clientId,
    accept_warning: acceptWarning.nullish(),
  }),
  typing: z.strictObject({ type: z.literal("typing"), is_typing: z.boolean() }),
  read_receipt: z.strictObject({ type: z.literal("read_receipt"), message_id: uuidIn }),
  mark_room_read: z.strictObject({ type: z.literal("mark_room_read") }),
  history: z.strictObject({
    type: z.literal("history"),
    before: uuidIn.nullish(),
    limit: limitNumber.nullish(),
  }),
} as const;

export const frame = z.discriminatedUnion("type", [
  frames.chat_message,
  frames.typing,
  frames.read_receipt,
  frames.mark_room_read,
  frames.history,
]);

export type Frame = z.infer<typeof frame>;

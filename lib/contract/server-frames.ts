import { z } from "zod";
import { type ErrorCode, errorCodes } from "./errors";
import { id, sharedMessage, time, uuid } from "./shapes";

/** What the server says on the raw WebSocket; docs/api/CHAT_API.md shows a conversation. */

const code = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** Phones in the field know a message's room as `room_id`. */
export const frameMessage = sharedMessage.extend({ room_id: uuid }).meta({ id: "FrameMessage" });

const withMessage = <T extends string>(type: T) => z.object({ type: z.literal(type), message: frameMessage });

export const serverFrames = {
  connection_established: z.object({
    type: z.literal("connection_established"),
    room_id: uuid,
    unread_count: z.int(),
    user_id: id,
    username: z.string(),
  }),
  chat_message: withMessage("chat_message"),
  message_updated: withMessage("message_updated"),
  message_deleted: withMessage("message_deleted"),
  typing: z.object({ type: z.literal("typing"), user_id: id, username: z.string(), is_typing: z.boolean() }),
  read_receipt: z.object({ type: z.literal("read_receipt"), message_id: uuid, user_id: id, read_at: time }),
  room_marked_read: z.object({ type: z.literal("room_marked_read"), room_id: uuid }),
  history: z.object({ type: z.literal("history"), messages: z.array(frameMessage), has_more: z.boolean() }),
  error: z.object({
    type: z.literal("error"),
    message: z.string(),
    code,
    client_id: z.string().optional(),
    retry_after: z.number().optional(),
    until: time.optional(),
  }),
} as const;

/** A refused command of Socket.IO. */
export const refusedAck = z
  .object({
    ok: z.literal(false),
    error: z.object({
      code,
      detail: z.string(),
      retry_after: z.number().optional(),
      until: time.optional(),
    }),
  })
  .meta({ id: "Refused" });

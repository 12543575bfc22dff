import { type Frame, frame as frameSchema } from "@/lib/contract/commands";
import { ChatError } from "@/lib/contract/errors";
import { listMessages } from "@/lib/domain/messages/list-messages";
import { markMessageRead } from "@/lib/domain/messages/mark-message-read";
import { sendMessage } from "@/lib/domain/messages/send-message";
import { markRoomRead } from "@/lib/domain/rooms/mark-room-read";
import { setTyping } from "@/lib/domain/typing/set-typing";
import { answerWithin, inTime } from "@/lib/errors/in-time";
import { noteActivity } from "@/lib/events/presence-state";
import { type RateKind, spend } from "@/lib/http/rate-limits";
import type { RawConnection } from "./raw-connection";
import { frameMessage } from "./raw-frames";
import { translateError } from "./translate-error";

const rates: Partial<Record<Frame["type"], RateKind>> = { chat_message: "send", typing: "typing" };

/** Does what one frame asks; a refusal is a frame too, and the connection stays. */
export async function dispatchFrame(connection: RawConnection, text: string | undefined): Promise<void> {
  let given: unknown;
  try {
    given = parseJson(text);
    const frame = frameSchema.parse(given);
    if (frame.type === "chat_message" && frame.message === "") return;
    noteActivity(connection.ctx.userId);
    await spend(rates[frame.type] ?? "read", connection.ctx.userId);
    await inTime(obey(connection, frame), answerWithin);
  } catch (thrown) {
    const { detail, ...error } = translateError(thrown, "raw frame");
    const clientId = clientIdOf(given);
    connection.send({
      type: "error",
      message: detail,
      ...error,
      ...(clientId === undefined ? {} : { client_id: clientId }),
    });
  }
}

async function obey(connection: RawConnection, frame: Frame): Promise<void> {
  const { ctx, only: room } = connection;
  switch (frame.type) {
    case "chat_message": {
      const { message, created } = await sendMessage(ctx, {
        room,
        content: frame.message,
        reply_to: frame.reply_to,
        client_id: frame.client_id ?? undefined,
        accept_warning: frame.accept_warning ?? undefined,
      });
      // A first send is heard by all, its sender too, from the log; a retry by this connection alone.
      if (!created) {
        const { is_read: _, ...shared } = message;
        connection.send({ type: "chat_message", message: frameMessage(shared) });
      }
      return;
    }
    case "typing":
      return setTyping(ctx, { room, is_typing: frame.is_typing });
    case "read_receipt": {
      const before = connection.ownReceipts;
      const message = await markMessageRead(ctx, { id: frame.message_id, room });
      if (connection.ownReceipts > before) return;
      const read_at = message.read_by[String(ctx.userId)] ?? new Date().toISOString();
      return connection.send({ type: "read_receipt", message_id: message.id, user_id: ctx.userId, read_at });
    }
    case "mark_room_read":
      await markRoomRead(ctx, { room });
      return connection.send({ type: "room_marked_read", room_id: room });
    case "history": {
      const { results, has_more } = await listMessages(ctx, {
        room,
        limit: frame.limit ?? 50,
        ...(frame.before ? { before: frame.before } : {}),
        ordering: "-created_at",
        include_deleted: false,
      });
      return connection.send({ type: "history", messages: results.map(frameMessage).reverse(), has_more });
    }
  }
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) throw new ChatError("invalid_input", "Send text frames of JSON.");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ChatError("invalid_input", "This is not JSON.");
  }
}

function clientIdOf(given: unknown): string | undefined {
  if (typeof given !== "object" || given === null || !("client_id" in given)) return undefined;
  return typeof given.client_id === "string" ? given.client_id : undefined;
}

import type { z } from "zod";
import type { reactionChanged } from "@/lib/contract/events";
import type { SharedMessage } from "@/lib/contract/shapes";
import type { PublishedEvent, ReadHint, TypingHint } from "@/lib/events/hint";
import { loadMessage } from "@/lib/events/load-message";

/** A message in the raw protocol: phones in the field know its room as `room_id`. */
export function frameMessage<M extends SharedMessage>(message: M): M & { room_id: string } {
  return { ...message, room_id: message.room };
}

/** An event of the log as a frame; undefined for what the raw protocol does not tell. */
export async function eventFrame(event: PublishedEvent): Promise<string | undefined> {
  switch (event.type) {
    case "message.created":
      return messageFrame("chat_message", event.data as SharedMessage);
    case "message.updated":
    case "message.pinned":
      return messageFrame("message_updated", event.data as SharedMessage);
    case "message.deleted":
      return messageFrame("message_deleted", event.data as SharedMessage);
    case "reaction.changed": {
      const message = await loadMessage((event.data as z.infer<typeof reactionChanged>).message_id);
      return message && messageFrame("message_updated", message);
    }
    default:
      return undefined;
  }
}

/** Undefined when no message was read: the frame names one. */
export function readFrame({ message_id, user_id, read_at }: ReadHint): string | undefined {
  return message_id === null ? undefined : JSON.stringify({ type: "read_receipt", message_id, user_id, read_at });
}

export function typingFrame({ user_id, username, is_typing }: TypingHint): string {
  return JSON.stringify({ type: "typing", user_id, username, is_typing });
}

function messageFrame(type: string, message: SharedMessage): string {
  return JSON.stringify({ type, message: frameMessage(message) });
}

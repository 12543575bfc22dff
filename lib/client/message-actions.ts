import type { Message } from "@/lib/contract/shapes";
import { enqueue } from "@/lib/client/outbox";

/** Whether it will be on or off is decided by what is shown, so that a second press takes back the first. */
export function toggleReaction(message: Message, emoji: string, me: number): void {
  const on = !message.reactions.some((reaction) => reaction.emoji === emoji && reaction.user_ids.includes(me));
  enqueue(message.room, { kind: "react", target: message.id, emoji, on });
}

export function editMessage(message: Message, content: string): void {
  enqueue(message.room, { kind: "edit", target: message.id, content });
}

export function deleteMessage(message: Message): void {
  enqueue(message.room, { kind: "delete", target: message.id });
}

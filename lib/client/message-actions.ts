import type { QueryClient } from "@tanstack/react-query";
import type { Message } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { editTimeline } from "@/lib/client/edit-timeline";
import { enqueue } from "@/lib/client/outbox";
import { changeMessage } from "@/lib/client/timeline";

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

/** Shows the pin at once, asks the server, and puts the old state back if it refuses. */
export async function togglePin(client: QueryClient, message: Message): Promise<void> {
  const on = message.pinned_at === null;
  const put = (pinned: string | null) =>
    editTimeline(client, message.room, (now) =>
      changeMessage(now, message.id, (old) => ({ ...old, pinned_at: pinned })),
    );
  put(on ? new Date().toISOString() : null);
  try {
    await api.pin(message.id, on);
  } catch (error) {
    put(message.pinned_at);
    throw error;
  }
}

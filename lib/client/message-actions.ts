import type { QueryClient } from "@tanstack/react-query";
import type { Message, Reaction } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { editTimeline } from "@/lib/client/apply-events";
import { changeMessage } from "@/lib/client/timeline";

/** Shows the change at once, asks the server, and puts the old state back if it refuses. */
async function optimistic(client: QueryClient, message: Message, shown: Partial<Message>, ask: () => Promise<unknown>) {
  const put = (change: (now: Message) => Message) =>
    editTimeline(client, message.room, (now) => changeMessage(now, message.id, change));
  put((now) => ({ ...now, ...shown }));
  try {
    await ask();
  } catch (error) {
    const restored = Object.fromEntries(Object.keys(shown).map((key) => [key, message[key as keyof Message]]));
    put((now) => ({ ...now, ...(restored as Partial<Message>) }));
    throw error;
  }
}

export function withReaction(reactions: Reaction[], emoji: string, me: number, on: boolean): Reaction[] {
  const present = reactions.find((reaction) => reaction.emoji === emoji);
  if (!present) return on ? [...reactions, { emoji, count: 1, user_ids: [me] }] : reactions;
  const others = present.user_ids.filter((id) => id !== me);
  const ids = on ? [...others, me] : others;
  const count = present.count + ids.length - present.user_ids.length;
  return reactions
    .map((reaction) => (reaction.emoji === emoji ? { emoji, count, user_ids: ids } : reaction))
    .filter((reaction) => reaction.count > 0);
}

export function toggleReaction(client: QueryClient, message: Message, emoji: string, me: number): Promise<void> {
  const on = !message.reactions.some((reaction) => reaction.emoji === emoji && reaction.user_ids.includes(me));
  const reactions = withReaction(message.reactions, emoji, me, on);
  return optimistic(client, message, { reactions }, () =>
    on ? api.react(message.id, emoji) : api.unreact(message.id, emoji),
  );
}

export function editMessage(client: QueryClient, message: Message, content: string): Promise<void> {
  const shown = { content, is_edited: true, edited_at: new Date().toISOString() };
  return optimistic(client, message, shown, () => api.edit(message.id, content));
}

export function deleteMessage(client: QueryClient, message: Message): Promise<void> {
  return optimistic(client, message, { is_deleted: true }, () => api.remove(message.id));
}

export function togglePin(client: QueryClient, message: Message): Promise<void> {
  const on = message.pinned_at === null;
  return optimistic(client, message, { pinned_at: on ? new Date().toISOString() : null }, () =>
    api.pin(message.id, on),
  );
}

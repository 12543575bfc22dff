import type { Message, Reaction } from "@/lib/contract/shapes";
import type { OutboxEntry, Outgoing, PendingChange } from "@/lib/client/outbox-entry";

type Shown = { messages: Message[]; waiting: Outgoing[] };

/**
 * What is shown: the server's messages with everything laid over them that waits in the outbox. A message that waits
 * and is already there (its event came before its acknowledgement) is shown once, as the server's. Messages that
 * nothing waits for are the very same objects, so that their rows need not be drawn again.
 */
export function overlay(messages: Message[], entries: readonly OutboxEntry[], me: number): Shown {
  const present = new Map<string, number>();
  for (const [at, message] of messages.entries()) {
    present.set(message.id, at);
    if (message.client_id && message.sender?.id === me) present.set(message.client_id, at);
  }
  let shown = messages;
  let waiting: Outgoing[] = [];
  for (const entry of entries) {
    if (entry.kind === "read") continue;
    if (entry.kind === "send") {
      if (!present.has(entry.client_id)) waiting.push(entry);
      continue;
    }
    const at = present.get(entry.target);
    const message = at === undefined ? undefined : shown[at];
    if (at !== undefined && message) {
      const changed = withChange(message, entry, me);
      if (changed === message) continue;
      if (shown === messages) shown = [...messages];
      shown[at] = changed;
    } else if (entry.kind === "delete") waiting = waiting.filter((send) => send.client_id !== entry.target);
    else if (entry.kind === "edit") {
      waiting = waiting.map((send) => (send.client_id === entry.target ? { ...send, content: entry.content } : send));
    }
  }
  return { messages: shown, waiting };
}

/** A message as it will be once the server has this. Once it is so already, the message itself. */
export function withChange<M extends Message>(message: M, entry: PendingChange, me: number): M {
  if (message.is_deleted) return message;
  switch (entry.kind) {
    case "edit":
      if (message.content === entry.content) return message;
      return { ...message, content: entry.content, is_edited: true, edited_at: entry.created_at };
    case "delete":
      return { ...message, is_deleted: true };
    case "react": {
      const reactions = withReaction(message.reactions, entry.emoji, me, entry.on);
      return reactions === message.reactions ? message : { ...message, reactions };
    }
  }
}

function withReaction(reactions: Reaction[], emoji: string, me: number, on: boolean): Reaction[] {
  const present = reactions.find((reaction) => reaction.emoji === emoji);
  if ((present?.user_ids.includes(me) ?? false) === on) return reactions;
  if (!present) return [...reactions, { emoji, count: 1, user_ids: [me] }];
  const others = present.user_ids.filter((id) => id !== me);
  const changed = { emoji, count: present.count + (on ? 1 : -1), user_ids: on ? [...others, me] : others };
  return reactions
    .map((reaction) => (reaction === present ? changed : reaction))
    .filter((reaction) => reaction.count > 0);
}

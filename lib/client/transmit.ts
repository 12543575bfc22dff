import type { CommandAck } from "@/lib/contract/acknowledgements";
import type { Message } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { ask, isConnected } from "@/lib/client/socket";

/**
 * What the server said to an entry: the message as it is now, or how much is left to read, where it says so. A send that was
 * taken and is no message waits for a moderator.
 */
export type Answer = { message?: Message; unread?: number };

type Refusal = Extract<CommandAck<"sync">, { ok: false }>;

/** Brings one entry to the server, over the socket while that is connected. Safe to repeat, whatever became of it. */
export function transmit(entry: OutboxEntry): Promise<Answer> {
  return isConnected() ? overSocket(entry) : overRest(entry);
}

function newMessage(entry: Extract<OutboxEntry, { kind: "send" }>) {
  return {
    client_id: entry.client_id,
    room: entry.room,
    content: entry.content,
    ...(entry.reply_to && { reply_to: entry.reply_to.id }),
    ...(entry.thread_root && { thread_root: entry.thread_root }),
    ...(entry.attachment_ids.length > 0 && { attachment_ids: entry.attachment_ids }),
    ...(entry.before_after && { before_after: true }),
    ...anyway(entry),
  };
}

const anyway = (entry: { accept_warning?: boolean }) => entry.accept_warning && { accept_warning: true };

async function overSocket(entry: OutboxEntry): Promise<Answer> {
  switch (entry.kind) {
    case "send":
      return { message: accepted(await ask("message:send", newMessage(entry))).message };
    case "edit":
      return {
        message: accepted(await ask("message:edit", { id: entry.target, content: entry.content, ...anyway(entry) }))
          .message,
      };
    case "delete":
      accepted(await ask("message:delete", { id: entry.target }));
      return {};
    case "react":
      accepted(await ask("reaction:set", { id: entry.target, emoji: entry.emoji, on: entry.on }));
      return {};
    case "read":
      return { unread: accepted(await ask("read", { room: entry.room, seq: entry.seq })).unread_count };
  }
}

async function overRest(entry: OutboxEntry): Promise<Answer> {
  switch (entry.kind) {
    case "send":
      return { message: await api.send(newMessage(entry)) };
    case "edit":
      return { message: await api.edit(entry.target, { content: entry.content, ...anyway(entry) }) };
    case "delete":
      await api.remove(entry.target);
      return {};
    case "react":
      return {
        message: entry.on ? await api.react(entry.target, entry.emoji) : await api.unreact(entry.target, entry.emoji),
      };
    case "read":
      await api.markRead(entry.room, entry.seq);
      return {};
  }
}

function accepted<Ack extends { ok: true } | Refusal>(answer: Ack): Exclude<Ack, Refusal> {
  if (answer.ok) return answer as Exclude<Ack, Refusal>;
  throw new ApiError(STATUS[answer.error.code] ?? 400, answer.error.code, answer.error.detail);
}

/** On a socket a refusal has no status; these are what tells a final one from "try again". */
const STATUS: Record<string, number> = {
  unavailable: 503,
  timeout: 503,
  internal: 500,
  rate_limited: 429,
  unauthorized: 401,
  not_found: 404,
};

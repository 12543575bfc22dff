import type { Message, SharedMessage } from "@/lib/contract/shapes";
import { place, type Timeline } from "@/lib/client/timeline";

/** Puts a new message where its number belongs; once it is there, putting it again only refreshes it. */
export function putMessage(timeline: Timeline, incoming: SharedMessage, isRead: boolean): Timeline {
  const at = place(timeline.messages, incoming.seq);
  const present = timeline.messages[at];
  if (present?.seq === incoming.seq) return replaceAt(timeline, at, { ...present, ...incoming });
  if (timeline.hasNewer && at === timeline.messages.length) return timeline;
  if (timeline.hasOlder && at === 0) return timeline;
  const messages = [...timeline.messages];
  messages.splice(at, 0, { ...incoming, is_read: isRead });
  return counted({ ...timeline, messages }, incoming, 1);
}

/** A thread's root counts its replies: one that came or went, told by no event of the root's own. */
function counted(timeline: Timeline, reply: SharedMessage, by: 1 | -1): Timeline {
  const at = timeline.messages.findLastIndex((message) => message.id === reply.thread_root_id);
  const root = timeline.messages[at];
  return root ? replaceAt(timeline, at, { ...root, reply_count: Math.max(0, root.reply_count + by) }) : timeline;
}

/** Changes one message that is loaded; leaves the timeline untouched when it is not. */
export function changeMessage(timeline: Timeline, id: string, change: (now: Message) => Message): Timeline {
  const at = timeline.messages.findLastIndex((message) => message.id === id);
  const present = timeline.messages[at];
  if (!present) return timeline;
  const changed = change(present);
  const next = replaceAt(timeline, at, changed);
  return changed.is_deleted === present.is_deleted ? next : counted(next, changed, changed.is_deleted ? -1 : 1);
}

function replaceAt(timeline: Timeline, at: number, message: Message): Timeline {
  const messages = [...timeline.messages];
  messages[at] = message;
  return { ...timeline, messages };
}

/** Somebody has read so far: counts them on every message up to there that is not their own. */
export function advanceRead(timeline: Timeline, reader: number, seq: number, at: string, isMe: boolean): Timeline {
  const key = String(reader);
  let messages: Message[] | null = null;
  for (let i = timeline.messages.length - 1; i >= 0; i -= 1) {
    const message = timeline.messages[i];
    if (!message || message.seq > seq || message.sender?.id === reader) continue;
    if (isMe ? message.is_read : message.read_by[key] !== undefined) break;
    messages ??= [...timeline.messages];
    messages[i] = {
      ...message,
      is_read: isMe ? true : message.is_read,
      read_by: { ...message.read_by, [key]: at },
      read_count: message.read_by[key] === undefined ? message.read_count + 1 : message.read_count,
    };
  }
  return messages ? { ...timeline, messages } : timeline;
}

import type { Message, SharedMessage } from "@/lib/contract/shapes";

/** The loaded, gapless stretch of one room's messages, oldest first. */
export type Timeline = { messages: Message[]; hasOlder: boolean; hasNewer: boolean };

export const PAGE = 50;

/** Where a message with this number is, or would be put. */
function place(messages: Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

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

/** Joins a freshly loaded newest page to what is held; a page that does not touch it replaces it. */
export function joinNewest(held: Timeline | undefined, fresh: Timeline): Timeline {
  const first = fresh.messages[0];
  const last = held?.messages.at(-1);
  if (!held || !first || !last || held.hasNewer || (fresh.hasOlder && last.seq < first.seq)) return fresh;
  const older = held.messages.slice(0, place(held.messages, first.seq));
  const lastFresh = fresh.messages.at(-1)?.seq ?? 0;
  const newer = held.messages.filter((message) => message.seq > lastFresh);
  return {
    messages: [...older, ...fresh.messages, ...newer],
    hasOlder: older.length > 0 ? held.hasOlder : fresh.hasOlder,
    hasNewer: false,
  };
}

export function prependOlder(held: Timeline, older: Message[], hasMore: boolean): Timeline {
  const first = held.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  return { ...held, messages: [...older.filter((m) => m.seq < first), ...held.messages], hasOlder: hasMore };
}

export function appendNewer(held: Timeline, newer: Message[], hasMore: boolean): Timeline {
  const last = held.messages.at(-1)?.seq ?? 0;
  return { ...held, messages: [...held.messages, ...newer.filter((m) => m.seq > last)], hasNewer: hasMore };
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

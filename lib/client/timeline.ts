import type { Message } from "@/lib/contract/shapes";

/** The loaded, gapless stretch of one room's messages, oldest first. */
export type Timeline = { messages: Message[]; hasOlder: boolean; hasNewer: boolean };

export const PAGE = 50;

/** Where a message with this number is, or would be put. */
export function place(messages: Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
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

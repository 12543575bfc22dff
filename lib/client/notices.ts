import { type InfiniteData, infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import type { RoomEvent } from "@/lib/contract/events";
import type { Notice } from "@/lib/contract/notice";
import { hasKeyword } from "@/lib/contract/has-keyword";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { namesAll } from "@/lib/client/names-all";

const PAGE = 50;

type Page = { results: Notice[]; has_more: boolean; unread_count: number };

/** What concerned one, page by page; how much of it is unseen comes with the first. */
export const noticesOptions = infiniteQueryOptions({
  queryKey: keys.notices,
  initialPageParam: "",
  queryFn: ({ pageParam }): Promise<Page> =>
    call("GET /api/notifications/", { query: { limit: PAGE, ...(pageParam && { before: pageParam }) } }),
  getNextPageParam: (page) => (page.has_more ? page.results.at(-1)?.at : undefined),
  // What happens elsewhere, on another device say, is not heard here.
  refetchOnWindowFocus: true,
});

/** Everything that is there counts as seen, here and on one's other devices. Each stays marked until it is read afresh. */
export async function seeNotices(client: QueryClient, until: string): Promise<void> {
  const { unread_count } = await call("POST /api/notifications/seen/", { body: { until } });
  client.setQueryData<InfiniteData<Page, string>>(
    keys.notices,
    (now) => now && { ...now, pages: now.pages.map((page) => ({ ...page, unread_count })) },
  );
}

/** Whether an event may change what concerns this person, or what of it they have read. */
export function touchesNotices(event: RoomEvent, me: Reader): boolean {
  switch (event.type) {
    case "message.created":
      return event.data.sender?.id !== me.id && concerns(event.data, me);
    case "message.updated":
    case "message.deleted":
      return event.data.sender?.id === me.id || concerns(event.data, me);
    case "reaction.changed":
      return event.data.user_id !== me.id;
    case "participant.joined":
    case "participant.left":
      return event.data.user.id === me.id;
    case "read.advanced":
      return event.data.user_id === me.id;
    case "room.created":
      return true;
    default:
      return false;
  }
}

type Said = {
  mentions: number[];
  content: string;
  reply_to: { sender: { id: number } | null } | null;
  is_deleted: boolean;
};

export type Reader = { id: number; keywords: string[] };

/** By name, `@all` (not everybody's number is listed), one of their words, or an answer to them. A deleted one may have. */
export function concerns({ mentions, content, reply_to, is_deleted }: Said, { id, keywords }: Reader): boolean {
  return (
    is_deleted ||
    mentions.includes(id) ||
    namesAll(content) ||
    reply_to?.sender?.id === id ||
    hasKeyword(content, keywords)
  );
}

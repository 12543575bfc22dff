import { QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Me, Room, RoomListItem } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { keys } from "@/lib/client/keys";
import { joinPage, type RoomList } from "@/lib/client/room-list";
import { headsOf } from "@/lib/client/seq-heads";
import { appendNewer, joinNewest, PAGE, prependOlder, type Timeline } from "@/lib/client/timeline";

export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      },
    },
  });
  client.setQueryDefaults(keys.rooms, { staleTime: Infinity, gcTime: Infinity, structuralSharing: false });
  client.setQueryDefaults(keys.timelines, { staleTime: Infinity, structuralSharing: false });
  client.setQueryDefaults(["room"], { staleTime: Infinity });
  return client;
}

export function meOptions() {
  return queryOptions<Me>({
    queryKey: keys.me,
    staleTime: Infinity,
    queryFn: () => Promise.reject(new Error("seeded")),
  });
}

export function useMe(): Me {
  const { data } = useQuery({ ...meOptions(), enabled: false });
  if (!data) throw new Error("The signed-in person comes with the page.");
  return data;
}

export function roomsOptions(client: QueryClient) {
  return queryOptions({
    queryKey: keys.rooms,
    queryFn: async (): Promise<RoomList> => {
      const page = await api.rooms({ page_size: PAGE });
      beginHeads(client, page.results);
      return { items: page.results, count: page.count };
    },
  });
}

export function beginHeads(client: QueryClient, items: RoomListItem[]): void {
  for (const item of items) headsOf(client).begin(item.id, item.last_seq);
}

export async function loadMoreRooms(client: QueryClient): Promise<void> {
  const held = client.getQueryData<RoomList>(keys.rooms);
  if (!held || held.items.length >= held.count) return;
  const page = await api.rooms({ page: Math.floor(held.items.length / PAGE) + 1, page_size: PAGE });
  addRooms(client, page.results, page.count);
}

/** Rooms found by the server's search join the list; the screen filters what it holds. */
export async function searchRooms(client: QueryClient, search: string): Promise<null> {
  const page = await api.rooms({ search, page_size: PAGE });
  const held = client.getQueryData<RoomList>(keys.rooms);
  addRooms(client, page.results, held?.count ?? page.count);
  return null;
}

function addRooms(client: QueryClient, items: RoomListItem[], count: number): void {
  beginHeads(client, items);
  client.setQueryData<RoomList>(keys.rooms, (now) => (now ? joinPage(now, items, count) : now));
}

export function roomOptions(id: string) {
  return queryOptions<Room>({ queryKey: keys.room(id), queryFn: () => api.room(id) });
}

export function timelineOptions(client: QueryClient, id: string) {
  return queryOptions({
    queryKey: keys.timeline(id),
    queryFn: async (): Promise<Timeline> => {
      const heads = headsOf(client);
      const head = heads.head(id);
      let fresh = await newest(id);
      // An event that arrived meanwhile was applied to the copy that this page replaces: read once more.
      if (heads.head(id) !== head) fresh = await newest(id);
      if (heads.isBehind(id)) {
        heads.caughtUp(id);
        return fresh;
      }
      return joinNewest(client.getQueryData<Timeline>(keys.timeline(id)), fresh);
    },
  });
}

/** The pinned messages of a room; kept true by the events of its timeline. */
export function pinnedOptions(room: string) {
  return queryOptions({
    queryKey: keys.pinned(room),
    staleTime: 30_000,
    queryFn: async (): Promise<Timeline> => {
      const slice = await api.messages({ room, pinned: true, limit: 100, ordering: "-created_at" });
      return { messages: slice.results, hasOlder: false, hasNewer: false };
    },
  });
}

/** A thread: its root, and the newest of its replies. */
export function threadOptions(client: QueryClient, room: string, root: string) {
  return queryOptions({
    queryKey: keys.thread(room, root),
    queryFn: async (): Promise<Timeline> => {
      const head = headsOf(client).head(room);
      const fresh = await thread(client, room, root);
      // As above: an event may have been applied to the copy that this one replaces.
      return headsOf(client).head(room) === head ? fresh : thread(client, room, root);
    },
  });
}

async function thread(client: QueryClient, room: string, root: string): Promise<Timeline> {
  const held = client.getQueryData<Timeline>(keys.timeline(room))?.messages.find((message) => message.id === root);
  const [first, replies] = await Promise.all([
    held?.is_deleted ? held : api.message(root),
    api.messages({ room, thread_root: root, limit: PAGE, ordering: "-created_at" }),
  ]);
  return { messages: [first, ...replies.results.toReversed()], hasOlder: replies.has_more, hasNewer: false };
}

export async function loadOlderReplies(client: QueryClient, room: string, root: string): Promise<void> {
  const before = client.getQueryData<Timeline>(keys.thread(room, root))?.messages[1];
  if (!before) return;
  const slice = await api.messages({
    room,
    thread_root: root,
    limit: PAGE,
    before: before.id,
    ordering: "-created_at",
  });
  client.setQueryData<Timeline>(keys.thread(room, root), (now) => {
    const [first, ...replies] = now?.messages ?? [];
    if (!now || !first) return now;
    return { ...now, messages: [first, ...slice.results.toReversed(), ...replies], hasOlder: slice.has_more };
  });
}

async function newest(room: string): Promise<Timeline> {
  const slice = await api.messages({ room, limit: PAGE, ordering: "-created_at" });
  return { messages: slice.results.toReversed(), hasOlder: slice.has_more, hasNewer: false };
}

export async function loadOlder(client: QueryClient, room: string): Promise<void> {
  const first = client.getQueryData<Timeline>(keys.timeline(room))?.messages[0];
  if (!first) return;
  const slice = await api.messages({ room, limit: PAGE, before: first.id, ordering: "-created_at" });
  client.setQueryData<Timeline>(keys.timeline(room), (now) =>
    now ? prependOlder(now, slice.results.toReversed(), slice.has_more) : now,
  );
}

export async function loadNewer(client: QueryClient, room: string): Promise<void> {
  const last = client.getQueryData<Timeline>(keys.timeline(room))?.messages.at(-1);
  if (!last) return;
  const slice = await api.messages({ room, limit: PAGE, after: last.id, ordering: "created_at" });
  client.setQueryData<Timeline>(keys.timeline(room), (now) =>
    now ? appendNewer(now, slice.results, slice.has_more) : now,
  );
}

export async function loadAround(client: QueryClient, room: string, message: string): Promise<void> {
  const slice = await api.messages({ room, limit: PAGE, around: message, ordering: "created_at" });
  client.setQueryData<Timeline>(keys.timeline(room), { messages: slice.results, hasOlder: true, hasNewer: true });
}

export async function returnToNewest(client: QueryClient, room: string): Promise<void> {
  client.setQueryData<Timeline>(keys.timeline(room), await newest(room));
}

export function useRooms(): RoomList {
  const client = useQueryClient();
  return useQuery(roomsOptions(client)).data ?? EMPTY;
}

const EMPTY: RoomList = { items: [], count: 0 };

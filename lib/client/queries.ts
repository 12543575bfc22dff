import { QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Me, Room, RoomListItem } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { keys } from "@/lib/client/keys";
import type { RoomList } from "@/lib/client/room-list";
import { headsOf } from "@/lib/client/seq-heads";
import { joinNewest, PAGE, type Timeline } from "@/lib/client/timeline";

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
  client.setQueryDefaults(keys.blocks, { staleTime: Infinity, gcTime: Infinity });
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

export async function newest(room: string): Promise<Timeline> {
  const slice = await api.messages({ room, limit: PAGE, ordering: "-created_at" });
  return { messages: slice.results.toReversed(), hasOlder: slice.has_more, hasNewer: false };
}

export function useRooms(): RoomList {
  const client = useQueryClient();
  return useQuery(roomsOptions(client)).data ?? EMPTY;
}

const EMPTY: RoomList = { items: [], count: 0 };

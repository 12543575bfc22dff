import type { QueryClient } from "@tanstack/react-query";
import type { RoomListItem } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { beginHeads } from "@/lib/client/queries";
import { joinPage, type RoomList } from "@/lib/client/room-list";
import { PAGE } from "@/lib/client/timeline";

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

import type { RoomListItem } from "@/lib/contract/shapes";

export type RoomList = { items: RoomListItem[]; count: number };

export const activity = (item: RoomListItem) => item.last_message_time ?? item.modified_at;

export function sorted(items: RoomListItem[]): RoomListItem[] {
  return items.toSorted((a, b) => activity(b).localeCompare(activity(a)));
}

export function putRooms(list: RoomList, incoming: RoomListItem[]): RoomList {
  const byId = new Map(list.items.map((item) => [item.id, item]));
  const before = byId.size;
  for (const item of incoming) byId.set(item.id, item);
  return { items: sorted([...byId.values()]), count: Math.max(list.count + byId.size - before, byId.size) };
}

/** Adds a page of the list without counting its rooms as new ones. */
export function joinPage(list: RoomList, page: RoomListItem[], count: number): RoomList {
  return { ...putRooms(list, page), count };
}

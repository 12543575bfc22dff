import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/lib/client/keys";
import type { RoomList } from "@/lib/client/room-list";

/** Changes what is held of the list of rooms; nothing where none is held. */
export function editRooms(client: QueryClient, change: (now: RoomList) => RoomList): void {
  client.setQueryData<RoomList>(keys.rooms, (now) => (now ? change(now) : undefined));
}

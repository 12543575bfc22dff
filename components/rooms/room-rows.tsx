import type { RoomListItem } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { useMe } from "@/lib/client/queries";
import { RoomRow } from "@/components/rooms/room-row";

/** The rows of a list of rooms. What is the same for all of them is watched once, not by each of dozens. */
export function RoomRows({ rooms, open }: { rooms: RoomListItem[]; open: string | null }) {
  const me = useMe().id;
  const blocked = useBlocked();
  return rooms.map((room) => <RoomRow key={room.id} room={room} open={room.id === open} me={me} blocked={blocked} />);
}

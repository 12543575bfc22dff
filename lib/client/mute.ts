import type { QueryClient } from "@tanstack/react-query";
import type { Participant, Room } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { editRooms } from "@/lib/client/edit-rooms";
import { keys } from "@/lib/client/keys";
import { changeRoom } from "@/lib/client/room-list-changes";

/** Mutes a room for oneself, until a time or for good; what is shown of it follows at once. */
export async function mute(client: QueryClient, mine: Participant, muted: boolean, until: Date | null): Promise<void> {
  const body = { muted, muted_until: until?.toISOString() ?? null };
  const changed = await call("POST /api/chat/participants/{id}/mute/", { params: { id: mine.id }, body });
  const put = (one: Participant) => (one.id === changed.id ? { ...one, ...changed } : one);
  client.setQueryData<Room>(keys.room(mine.room), (room) =>
    room ? { ...room, participants: room.participants.map(put) } : room,
  );
  editRooms(client, (list) => changeRoom(list, mine.room, (item) => ({ ...item, is_muted: changed.is_muted })));
}

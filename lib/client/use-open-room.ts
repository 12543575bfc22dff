import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, type NewRoom } from "@/lib/client/api";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import type { RoomList } from "@/lib/client/room-list";

/** Makes a room (or finds the one there is) and goes to it. */
export function useCreateRoom(): (input: NewRoom) => Promise<void> {
  const client = useQueryClient();
  const go = useGoToChat();
  return useCallback(
    async (input) => {
      const room = await api.createRoom(input);
      client.setQueryData(keys.room(room.id), room);
      const listed = client.getQueryData<RoomList>(keys.rooms)?.items.some((item) => item.id === room.id);
      if (!listed) void client.invalidateQueries({ queryKey: keys.rooms });
      go(chatPath(room.id));
    },
    [client, go],
  );
}

/** Opens the direct chat with a person, from the list when it is there. */
export function useOpenDirect(): (person: number) => Promise<void> {
  const client = useQueryClient();
  const go = useGoToChat();
  const create = useCreateRoom();
  return useCallback(
    async (person) => {
      const known = client.getQueryData<RoomList>(keys.rooms)?.items.find((item) => item.other_user_id === person);
      if (known) return go(chatPath(known.id));
      await create({ room_type: "direct", participant_ids: [person] });
    },
    [client, go, create],
  );
}

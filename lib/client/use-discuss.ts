import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/lib/client/api";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import type { RoomList } from "@/lib/client/room-list";
import { useCreateRoom } from "@/lib/client/use-open-room";

type Subject = { kind: "task" | "property"; id: number; name: string; people: number[] };

/** Goes to the chat about a task or a house; makes it when the caller has none. */
export function useDiscuss(): (subject: Subject) => Promise<void> {
  const client = useQueryClient();
  const go = useGoToChat();
  const create = useCreateRoom();
  return useCallback(
    async ({ kind, id, name, people }) => {
      const held = client.getQueryData<RoomList>(keys.rooms)?.items.find((room) => room[kind] === id && room.is_active);
      const found =
        held ??
        (await api.rooms({ room_type: kind, search: name.slice(0, 200), page_size: 100 })).results.find(
          (room) => room[kind] === id,
        );
      if (found) return go(chatPath(found.id));
      await create({ room_type: kind, [kind]: id, participant_ids: people });
    },
    [client, go, create],
  );
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { NotifyLevel, Participant, Room } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { editRooms } from "@/lib/client/edit-rooms";
import { keys } from "@/lib/client/keys";
import { changeRoom } from "@/lib/client/room-list-changes";
import { Choice } from "@/components/ui/choice";
import { useAct } from "@/components/ui/use-act";

/** Which messages of this room one is told of on one's devices. */
export function NotifyChoice({ mine }: { mine: Participant }) {
  const t = useTranslations("notifications");
  const client = useQueryClient();
  const act = useAct();
  const choose = (notify: NotifyLevel) =>
    act(async () => {
      const changed = await call("POST /api/chat/participants/{id}/notifications/", {
        params: { id: mine.id },
        body: { notify },
      });
      client.setQueryData<Room>(
        keys.room(mine.room),
        (room) =>
          room && { ...room, participants: room.participants.map((one) => (one.id === changed.id ? changed : one)) },
      );
      editRooms(client, (list) => changeRoom(list, mine.room, (item) => ({ ...item, notify: changed.notify })));
    });
  return (
    <Choice
      label={t("level")}
      name="notify"
      value={mine.notify}
      options={[
        { value: "all", label: t("levelAll") },
        { value: "mentions", label: t("levelMentions") },
        { value: "none", label: t("levelNone") },
      ]}
      onChange={(value) => void choose(value)}
    />
  );
}

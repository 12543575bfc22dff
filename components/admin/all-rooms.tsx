"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { RoomFacts } from "@/lib/contract/admin";
import { call } from "@/lib/client/call";
import { useLookedFor } from "@/lib/client/use-looked-for";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";
import { StatusChips } from "@/components/admin/status-chips";
import { RoomAvatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { SearchField } from "@/components/ui/search-field";
import { ThingRow } from "@/components/ui/thing-row";
import { useAct } from "@/components/ui/use-act";

const states = ["active", "archived", "all"] as const;

/** Every room but direct ones, from outside: who is in charge of none can be put away here. */
export function AllRooms() {
  const t = useTranslations("admin");
  const client = useQueryClient();
  const act = useAct();
  const { text, search, status, page, ...look } = useLookedFor<(typeof states)[number]>("active");
  const [asked, setAsked] = useState<RoomFacts | null>(null);
  const found = useQuery({
    queryKey: ["admin", "rooms", search, status, page],
    queryFn: () => call("GET /api/admin/rooms/", { query: { search, status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const toggle = async ({ id, archived_at }: RoomFacts) => {
    await act(() => call("PATCH /api/admin/rooms/{id}/", { params: { id }, body: { archived: archived_at === null } }));
    await client.invalidateQueries({ queryKey: ["admin", "rooms"] });
  };
  const deed = asked?.archived_at === null ? "archive" : "unarchive";
  return (
    <>
      <SearchField label={t("searchRooms")} value={text} onChange={look.setText} />
      <StatusChips
        states={states}
        value={status}
        label={(state) => t(`roomStates.${state}`)}
        onChange={look.setStatus}
      />
      <Listed label={t("rooms")} found={found} page={page} onPage={look.setPage} keyOf={({ id }) => id}>
        {(room) => <RoomLine room={room} onAsk={() => setAsked(room)} />}
      </Listed>
      {asked && (
        <Confirm
          title={t(`${deed}Title`, { name: asked.display_name })}
          hint={t(`${deed}Hint`)}
          action={t(deed)}
          onConfirm={() => toggle(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function RoomLine({ room, onAsk }: { room: RoomFacts; onAsk: () => void }) {
  const t = useTranslations("admin");
  const when = useWhen();
  const deed = t(room.archived_at === null ? "archive" : "unarchive");
  return (
    <ThingRow
      inset
      picture={<RoomAvatar room={room} personId={null} />}
      name={room.display_name}
      facts={[
        t("roomPeople", { count: room.participant_count }),
        t("roomMessages", { count: room.message_count }),
        when.full(room.last_activity_at),
        room.without_admin && t("withoutAdmin"),
      ]}
    >
      <Button look="outline" aria-label={`${deed}: ${room.display_name}`} onClick={onAsk}>
        {deed}
      </Button>
    </ThingRow>
  );
}

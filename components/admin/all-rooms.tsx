"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { RoomFacts } from "@/lib/contract/admin";
import { call } from "@/lib/client/call";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";
import { RoomAvatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { Confirm } from "@/components/ui/confirm";
import { SearchField } from "@/components/ui/search-field";
import { useAct } from "@/components/ui/use-act";

const states = ["active", "archived", "all"] as const;

/** Every room but direct ones, from outside: who is in charge of none can be put away here. */
export function AllRooms() {
  const t = useTranslations("admin");
  const client = useQueryClient();
  const act = useAct();
  const [text, setText] = useState("");
  const [status, setStatus] = useState<(typeof states)[number]>("active");
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<RoomFacts | null>(null);
  const search = useDeferredValue(text.trim());
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
      <SearchField
        label={t("searchRooms")}
        value={text}
        onChange={(value) => {
          setText(value);
          setPage(1);
        }}
      />
      <div className="-mx-4">
        <Chips
          label={t("status")}
          value={status}
          chips={states.map((value) => ({ value, label: t(`roomStates.${value}`) }))}
          onChange={(value) => {
            setStatus(value);
            setPage(1);
          }}
        />
      </div>
      <Listed label={t("rooms")} found={found} page={page} onPage={setPage} keyOf={({ id }) => id}>
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
  return (
    <div className="flex min-h-16 items-center gap-3 px-3 py-2">
      <RoomAvatar room={room} personId={null} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="text-msg font-medium [overflow-wrap:anywhere]">{room.display_name}</span>
        <span className="text-xs [overflow-wrap:anywhere] text-ink-2">
          {[
            t("roomPeople", { count: room.participant_count }),
            t("roomMessages", { count: room.message_count }),
            when.full(room.last_activity_at),
            ...(room.without_admin ? [t("withoutAdmin")] : []),
          ].join(" · ")}
        </span>
      </span>
      <Button
        look="outline"
        aria-label={`${t(room.archived_at === null ? "archive" : "unarchive")}: ${room.display_name}`}
        onClick={onAsk}
      >
        {t(room.archived_at === null ? "archive" : "unarchive")}
      </Button>
    </div>
  );
}

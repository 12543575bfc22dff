"use client";

import { useQuery } from "@tanstack/react-query";
import { Archive, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { RoomRows } from "@/components/rooms/room-rows";

/** At the end of the list: what was put away, read when somebody asks for it. */
export function ArchivedRooms({ open }: { open: string | null }) {
  const t = useTranslations("chats");
  const [shown, setShown] = useState(false);
  const { data } = useQuery({
    queryKey: ["archived-rooms"],
    enabled: shown,
    staleTime: 0,
    queryFn: () => api.rooms({ include_archived: true, page_size: 100 }),
  });
  const rooms = (data?.results ?? []).filter((room) => !room.is_active);
  return (
    <section className="px-2 pb-3">
      <button
        type="button"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
        className="flex min-h-11 w-full items-center gap-3 rounded-bubble px-2.5 text-sm font-medium text-ink-2 -outline-offset-2 hover:bg-sunken"
      >
        <span className="flex w-12 justify-center">
          <Archive aria-hidden className="size-4.5" strokeWidth={1.8} />
        </span>
        <span className="text-start md:flex-1">{t("archived")}</span>
        <ChevronDown aria-hidden className={shown ? "size-4.5 rotate-180" : "size-4.5"} />
      </button>
      {shown && data && (
        <ul>
          <RoomRows rooms={rooms} open={open} />
          {rooms.length === 0 && <li className="py-2 ps-17.5 pe-2.5 text-sm text-ink-2">{t("noneArchived")}</li>}
        </ul>
      )}
    </section>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Pencil, Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { roomOptions, useMe } from "@/lib/client/queries";
import { Members } from "@/components/rooms/members";
import { EditRoom } from "@/components/rooms/edit-room";
import { MuteButton } from "@/components/rooms/mute-button";
import { RoomFiles } from "@/components/rooms/room-files";
import { NotifyChoice } from "@/components/rooms/notify-choice";
import { Pinned } from "@/components/rooms/pinned";
import { PropertyFacts, TaskFacts } from "@/components/rooms/subject-facts";
import { WayOut } from "@/components/rooms/way-out";
import { AppLink } from "@/components/ui/app-link";
import { IconButton } from "@/components/ui/icon-button";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Section } from "@/components/ui/section";

/** What the room is about, who is in it, and everything that can be done with it. */
export function RoomDetails({ id, alone }: { id: string; alone: boolean }) {
  const t = useTranslations("room");
  const go = useGoToChat();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { data: room, isPending } = useQuery(roomOptions(id));
  if (!room) return isPending ? <RowsSkeleton /> : null;
  const mine = room.participants.find(({ user }) => user.id === me.id);
  const mayManage = room.room_type !== "direct" && mine?.is_admin === true && me.role !== "viewer";
  return (
    <aside aria-label={t("details")} className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas">
      {alone && (
        <header className="flex h-17 shrink-0 items-center gap-2 border-b border-line px-1">
          <IconButton
            icon={ChevronLeft}
            label={t("closeDetails")}
            onClick={() => go(chatPath(id))}
            className="rtl:-scale-x-100 [&>svg]:size-6"
          />
          <h1 className="truncate pe-3 text-lg font-semibold">{room.display_name}</h1>
        </header>
      )}
      <div
        className="flex min-h-0 flex-1 thin-scroll flex-col gap-6 overflow-y-auto p-5"
        tabIndex={0}
        role="group"
        aria-label={t("details")}
      >
        {(room.description || mayManage) && (
          <Section
            title={t("description")}
            tool={
              mayManage && room.is_active ? (
                <IconButton size="small" icon={Pencil} label={t("edit")} onClick={() => setEditing(true)} />
              ) : null
            }
          >
            <p className="text-sm [overflow-wrap:anywhere] whitespace-pre-line text-ink-2">
              {room.description || t("noDescription")}
            </p>
          </Section>
        )}
        {room.task !== null && <TaskFacts id={room.task} />}
        {room.property !== null && <PropertyFacts id={room.property} />}
        <div className="flex flex-wrap gap-2">
          <AppLink
            href={`/search?room=${id}`}
            className="inline-flex min-h-11 grow items-center justify-center gap-2 rounded-control border border-line px-4 text-sm font-semibold hover:bg-sunken"
          >
            <Search aria-hidden className="size-4.5" strokeWidth={1.8} />
            {t("search")}
          </AppLink>
          {mine && <MuteButton mine={mine} />}
        </div>
        {mine && <NotifyChoice mine={mine} />}
        <Members room={room} mayManage={mayManage && room.is_active} />
        <Pinned room={room} />
        <RoomFiles room={room} />
        {room.room_type !== "direct" && mine && <WayOut room={room} mayManage={mayManage} />}
      </div>
      {editing && <EditRoom room={room} onClose={() => setEditing(false)} />}
    </aside>
  );
}

"use client";

import { ChevronLeft, PanelRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { chatPath, isPlainClick, useGoToChat } from "@/lib/client/chat-address";
import { detailsPane } from "@/lib/client/details-pane";
import { useOnline } from "@/lib/client/presence";
import { isWide } from "@/lib/client/use-wide";
import { useConversation } from "@/components/messages/conversation-context";
import { RoomAvatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";

const kinds = { direct: "kindDirect", group: "kindGroup", task: "kindTask", property: "kindProperty" } as const;

export function ConversationHeader() {
  const t = useTranslations("room");
  const chats = useTranslations("chats");
  const go = useGoToChat();
  const { room, me } = useConversation();
  const shown = detailsPane.use((open) => open);
  const other = room.participants.find((person) => person.user.id !== me.id)?.user.id ?? null;
  const online = useOnline(room.room_type === "direct" ? other : null);
  const details = chatPath(room.id, { details: true });
  return (
    <header className="flex h-17 shrink-0 items-center gap-1 border-b border-line px-1 md:gap-3 md:px-5">
      <a
        href="/chat"
        aria-label={t("back")}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          go("/chat");
        }}
        className="flex size-11 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken md:hidden"
      >
        <ChevronLeft aria-hidden className="size-6 rtl:-scale-x-100" strokeWidth={1.8} />
      </a>
      <a
        href={details}
        aria-label={`${room.display_name}, ${t("details")}`}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          if (isWide()) detailsPane.set(true);
          else go(details);
        }}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-control py-1 pe-2"
      >
        <RoomAvatar room={room} personId={other} online={online} />
        <div className="flex min-w-0 flex-col">
          <h1 className="truncate text-base font-semibold md:text-lg md:leading-6">{room.display_name}</h1>
          <span className="truncate text-sm text-ink-2">
            {room.room_type === "direct" ? (
              online ? (
                chats("online")
              ) : (
                t("kindDirect")
              )
            ) : (
              <>
                {room.who_writes === "admins" ? chats("announcements") : t(kinds[room.room_type])} ·{" "}
                {t("people", { count: room.participant_count })}
              </>
            )}
          </span>
        </div>
      </a>
      <IconButton
        icon={PanelRight}
        label={t(shown ? "hideDetails" : "showDetails")}
        aria-pressed={shown}
        onClick={() => detailsPane.set(!shown)}
        className="max-wide:hidden"
      />
    </header>
  );
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { RoomEvent } from "@/lib/contract/events";
import type { RoomListItem, SharedMessage } from "@/lib/contract/shapes";
import { chatPath, parseChatPath } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import { concerns, touchesNotices } from "@/lib/client/notices";
import { useMe } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";
import { loadSocket } from "@/lib/client/socket";
import { soundAlert } from "@/lib/client/sound-alert";
import { createStore } from "@/lib/client/store";
import { AppLink } from "@/components/ui/app-link";

const STAYS = 5_000;
/** Whatever changed meanwhile is read at once. */
const GATHER = 500;

type Told = { id: string; room: string; title: string; text: string; path: string };
const shown = createStore<Told | null>(null);

/** What is said in another room than the one on screen: shown for a few seconds, with a way there, and heard. */
export function News() {
  useHearing();
  const t = useTranslations("notices");
  const told = shown.use((now) => now);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => shown.set((now) => (now === told ? null : now)), STAYS);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[calc(env(safe-area-inset-top)+4.5rem)] z-40 flex justify-center px-4"
    >
      {told && (
        <p
          key={told.id}
          className="flex min-h-11 max-w-md arrive items-center gap-3 rounded-control bg-ink ps-4 pe-2 text-sm text-ink-invert shadow-float"
        >
          <span className="flex min-w-0 flex-col py-2">
            <span className="truncate font-semibold">{told.title}</span>
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{told.text}</span>
          </span>
          <AppLink
            href={told.path}
            aria-label={t("openRoom", { room: told.title })}
            onClick={() => shown.set(null)}
            className="pointer-events-auto flex min-h-11 items-center rounded-control px-2 font-semibold underline underline-offset-4"
          >
            {t("open")}
          </AppLink>
        </p>
      )}
    </div>
  );
}

function useHearing(): void {
  const t = useTranslations("notices");
  const client = useQueryClient();
  const me = useMe();
  const { id, do_not_disturb: quiet } = me;
  useEffect(() => {
    let ended = false;
    let stop = () => undefined as void;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (batch: RoomEvent[]) => {
      if (batch.some((event) => touchesNotices(event, id))) {
        timer ??= setTimeout(() => {
          timer = undefined;
          void client.invalidateQueries({ queryKey: keys.notices });
        }, GATHER);
      }
      for (const event of batch) {
        const now = shown.get();
        const read = event.type === "read.advanced" && event.data.user_id === id;
        if (now && event.room === now.room && (read || event.type === "message.deleted")) shown.set(null);
        if (event.type !== "message.created" || quiet || document.visibilityState !== "visible") continue;
        const room = client.getQueryData<RoomList>(keys.rooms)?.items.find((item) => item.id === event.room);
        if (!room || !isNews(event.data, room, id)) continue;
        shown.set(tell(event.data, room));
        soundAlert();
      }
    };
    const tell = (message: SharedMessage, room: RoomListItem): Told => {
      const said = message.content || t(message.message_type === "voice" ? "voice" : "file");
      const sender = message.sender?.full_name;
      return {
        id: message.id,
        room: room.id,
        title: room.display_name,
        text: room.room_type === "direct" || !sender ? said : `${sender}: ${said}`,
        path: chatPath(room.id, { message: message.id, thread: message.thread_root_id }),
      };
    };
    void loadSocket()
      .then((socket) => {
        if (ended) return;
        socket.on("events", hear);
        stop = () => void socket.off("events", hear);
      })
      .catch(() => undefined);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, id, quiet, t]);
}

/** As notifications have it: not one's own, not of a muted room, and only what the room is set to tell. */
function isNews(message: SharedMessage, room: RoomListItem, me: number): boolean {
  if (message.sender?.id === me || message.message_type === "system" || room.is_muted) return false;
  if (parseChatPath(window.location.pathname).room === room.id) return false;
  return room.notify === "all" || (room.notify === "mentions" && concerns(message, me));
}

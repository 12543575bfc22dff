"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { RoomEvent } from "@/lib/contract/events";
import type { RoomListItem, SharedMessage } from "@/lib/contract/shapes";
import { chatPath, parseChatPath } from "@/lib/client/chat-address";
import { isNewsOver } from "@/lib/client/is-news-over";
import { keys } from "@/lib/client/keys";
import { markRead } from "@/lib/client/mark-read";
import { concerns, type Reader, touchesNotices } from "@/lib/client/notices";
import { enqueue } from "@/lib/client/outbox";
import { useMe } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";
import { loadSocket } from "@/lib/client/socket";
import { soundAlert } from "@/lib/client/sound-alert";
import { createStore } from "@/lib/client/store";
import { NewsToast } from "@/components/notifications/news-toast";

/** Whatever changed meanwhile is read at once. */
const GATHER = 500;

type Told = { message: SharedMessage; title: string; text: string; path: string };
const shown = createStore<Told | null>(null);
const close = () => shown.set(null);
/** Somebody is writing an answer in it: nothing else takes its place. */
const answering = { current: false };
const noteAnswering = (now: boolean) => void (answering.current = now);

/** What is said in another room than the one on screen: shown for a few seconds, with what can be done about it, and heard. */
export function News() {
  useHearing();
  const client = useQueryClient();
  const me = useMe();
  const told = shown.use((now) => now);
  const read = ({ message }: Told) => {
    markRead(client, message.room, message.seq);
    close();
  };
  const reply = (to: Told, content: string) => {
    const { id, room, sender, content: said, created_at, thread_root_id } = to.message;
    const { username, full_name, email } = me;
    enqueue(room, {
      kind: "send",
      content,
      attachment_ids: [],
      thread_root: thread_root_id,
      sender: { id: me.id, username, full_name, email },
      reply_to: { id, sender, content: said.slice(0, 100), created_at },
    });
    read(to);
  };
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[calc(env(safe-area-inset-top)+4.5rem)] z-40 flex justify-center px-4"
    >
      {told && (
        <NewsToast
          key={told.message.id}
          {...told}
          onReply={me.role === "viewer" ? null : (content) => reply(told, content)}
          onRead={() => read(told)}
          onAnswering={noteAnswering}
          onClose={close}
        />
      )}
    </div>
  );
}

function useHearing(): void {
  const t = useTranslations("notices");
  const client = useQueryClient();
  const me = useMe();
  const { id, do_not_disturb: quiet, keywords } = me;
  useEffect(() => {
    const reader = { id, keywords };
    let ended = false;
    let stop = () => undefined as void;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (batch: RoomEvent[]) => {
      if (batch.some((event) => touchesNotices(event, reader))) {
        timer ??= setTimeout(() => {
          timer = undefined;
          void client.invalidateQueries({ queryKey: keys.notices });
        }, GATHER);
      }
      for (const event of batch) {
        const now = shown.get();
        if (now && isNewsOver(event, now.message, id) && !answering.current) close();
        if (event.type !== "message.created" || quiet || document.visibilityState !== "visible") continue;
        const room = client.getQueryData<RoomList>(keys.rooms)?.items.find((item) => item.id === event.room);
        if (!room || !isNews(event.data, room, reader)) continue;
        if (client.getQueryData<number[]>(keys.blocks)?.includes(event.data.sender?.id ?? 0)) continue;
        if (!answering.current) shown.set(tell(event.data, room));
        soundAlert();
      }
    };
    const tell = (message: SharedMessage, room: RoomListItem): Told => {
      const said = message.content || t(message.message_type === "voice" ? "voice" : "file");
      const sender = message.sender?.full_name;
      return {
        message,
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
  }, [client, id, quiet, keywords, t]);
}

/** As notifications have it: not one's own, not of a muted room, and only what the room is set to tell. */
function isNews(message: SharedMessage, room: RoomListItem, me: Reader): boolean {
  if (message.sender?.id === me.id || message.message_type === "system" || room.is_muted) return false;
  if (parseChatPath(window.location.pathname).room === room.id) return false;
  return room.notify === "all" || (room.notify === "mentions" && concerns(message, me));
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { AtSign, BellOff, Image, Megaphone, Mic, Paperclip } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { hiddenContent } from "@/lib/contract/hidden-content";
import type { Room, RoomListItem } from "@/lib/contract/shapes";
import { chatPath, isPlainClick, useGoToChat } from "@/lib/client/chat-address";
import { useDraft } from "@/lib/client/drafts";
import { keys } from "@/lib/client/keys";
import { useMarkedUnread } from "@/lib/client/marked-unread";
import { plainPreview } from "@/lib/client/plain-preview";
import { useOnline } from "@/lib/client/presence";
import { roomOptions, timelineOptions } from "@/lib/client/queries";
import { useTypists } from "@/lib/client/typing";
import { useWhen } from "@/lib/client/use-when";
import { RoomAvatar } from "@/components/ui/avatar";
import { UnreadBadge } from "@/components/ui/unread-badge";

/** `me` is the reader, by number, and `blocked` whom they have blocked. */
type Props = { room: RoomListItem; open: boolean; me: number; blocked: readonly number[] };

export const RoomRow = memo(function RoomRow({ room, open, me, blocked }: Props) {
  const t = useTranslations("chats");
  const when = useWhen();
  const go = useGoToChat();
  const client = useQueryClient();
  const online = useOnline(room.other_user_id);
  const marked = useMarkedUnread(room.id);
  const unread = room.unread_count > 0 || marked;
  const path = chatPath(room.id);
  const warm = () => {
    void client.prefetchQuery(roomOptions(room.id));
    void client.prefetchQuery(timelineOptions(client, room.id));
  };
  return (
    <li className="[contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
      <a
        href={path}
        aria-current={open ? "page" : undefined}
        onPointerEnter={warm}
        onPointerDown={warm}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          if (!open) go(path);
        }}
        className={clsx(
          "flex min-h-16 items-center gap-3 rounded-bubble px-2.5 py-2 -outline-offset-2 transition-colors",
          open ? "md:bg-raised md:shadow-card" : "hover:bg-sunken",
        )}
      >
        <RoomAvatar room={room} personId={room.other_user_id} size="lg" online={online} />
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate text-msg font-semibold text-ink">{room.display_name}</span>
            {room.who_writes === "admins" && (
              <Megaphone
                role="img"
                aria-label={t("announcements")}
                className="size-3.5 shrink-0 self-center text-ink-2 rtl:-scale-x-100"
              />
            )}
            {room.is_muted && (
              <BellOff role="img" aria-label={t("muted")} className="size-3.5 shrink-0 self-center text-ink-2" />
            )}
            {room.last_message_time && (
              <time
                dateTime={room.last_message_time}
                data-day={when.mark("short", room.last_message_time)}
                className={clsx("text-xs tabular-nums", unread ? "font-semibold text-accent-ink" : "text-ink-2")}
              >
                {when.short(room.last_message_time)}
              </time>
            )}
          </span>
          <span className="flex h-5 items-center gap-2">
            <span className={clsx("min-w-0 flex-1 truncate text-sm", unread ? "text-ink" : "text-ink-2")}>
              <Preview room={room} open={open} me={me} blocked={blocked} />
            </span>
            {room.mention_count > 0 && (
              <AtSign
                role="img"
                aria-label={t("mentioned")}
                className="size-4 shrink-0 text-accent-ink"
                strokeWidth={2.4}
              />
            )}
            {marked && room.unread_count === 0 && (
              <span className="size-3 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{t("markedUnread")}</span>
              </span>
            )}
            <UnreadBadge
              count={room.unread_count}
              label={t("unreadCount", { count: room.unread_count })}
              quiet={room.is_muted}
            />
          </span>
        </span>
      </a>
    </li>
  );
});

const kinds: Record<string, "image" | "file" | "voice" | "system" | "noMessages" | "deleted" | "hidden"> = {
  "[Image]": "image",
  "[File Attachment]": "file",
  "[Voice Message]": "voice",
  "[System Message]": "system",
  "[Message deleted]": "deleted",
  [hiddenContent]: "hidden",
  "No messages yet": "noMessages",
};

const icons = { image: Image, file: Paperclip, voice: Mic };
const hasIcon = (kind: string | undefined): kind is keyof typeof icons => kind !== undefined && kind in icons;

/** One line: who is typing, else what was begun here, else the last message. */
function Preview({ room, open, me, blocked }: Props) {
  const t = useTranslations("chats");
  const client = useQueryClient();
  const draft = useDraft(room.id);
  const typist = useTypists(room.id)[0];
  const firstName = (id: number) => {
    const people = client.getQueryData<Room>(keys.room(room.id))?.participants;
    return people?.find((person) => person.user.id === id)?.user.full_name.split(" ")[0];
  };
  if (typist) {
    return (
      <span className="text-accent-ink">
        {room.room_type === "direct"
          ? t("typing")
          : t("typingOne", { name: firstName(typist.user_id) ?? typist.username })}
      </span>
    );
  }
  if (draft && !open) {
    return (
      <>
        <span className="text-danger-ink">{t("draft")}</span> {draft}
      </>
    );
  }
  const kind = kinds[room.last_message_preview];
  const Icon = hasIcon(kind) ? icons[kind] : null;
  const text = (
    <>
      {Icon && <Icon aria-hidden className="me-1 -mt-0.5 inline size-4" strokeWidth={1.8} />}
      {kind ? t(kind) : plainPreview(room.last_message_preview)}
    </>
  );
  const sender = room.last_message_sender;
  if (!sender || kind === "noMessages" || kind === "system") return text;
  if (sender.id !== me && room.room_type === "direct") return text;
  if (blocked.includes(sender.id)) return t("folded");
  return (
    <>
      {sender.id === me ? t("you") : t("sender", { name: sender.full_name.split(" ")[0] ?? sender.username })} {text}
    </>
  );
}

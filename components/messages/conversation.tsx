"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MessageCircleOff, WifiOff } from "lucide-react";
import { useCallback, useMemo, useState, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { Message, Room } from "@/lib/contract/shapes";
import { ApiError } from "@/lib/client/api-error";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { roomOptions, timelineOptions, useMe, useRooms } from "@/lib/client/queries";
import type { Timeline as TimelineData } from "@/lib/client/timeline";
import { Announcer } from "@/components/messages/announcer";
import { Composer } from "@/components/messages/composer";
import { ConversationProvider, type Opened } from "@/components/messages/conversation-context";
import { ConversationHeader } from "@/components/messages/conversation-header";
import { ConversationSkeleton } from "@/components/messages/conversation-skeleton";
import { TaskBanner } from "@/components/messages/task-banner";
import { Timeline } from "@/components/messages/timeline";
import { TypingLine } from "@/components/messages/typing-line";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

const MessageOverlays = lazy(() =>
  import("@/components/messages/message-overlays").then((module) => ({ default: module.MessageOverlays })),
);

/** The open room, or what stands in for it while it comes or when it cannot. */
export function Conversation({ id, target }: { id: string; target: string | null }) {
  const t = useTranslations("room");
  const go = useGoToChat();
  const client = useQueryClient();
  const room = useQuery(roomOptions(id));
  const timeline = useQuery(timelineOptions(client, id));
  const error = room.error ?? timeline.error;
  if (room.data && timeline.data)
    return <OpenConversation key={id} room={room.data} timeline={timeline.data} target={target} />;
  if (!error) return <ConversationSkeleton />;
  const gone = error instanceof ApiError && (error.status === 403 || error.status === 404);
  return gone ? (
    <EmptyState icon={MessageCircleOff} title={t("goneTitle")} hint={t("goneHint")}>
      <Button onClick={() => go("/chat", "replace")}>{t("toList")}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon={WifiOff} title={t("failedTitle")} hint={t("failedHint")}>
      <Button onClick={() => void Promise.all([room.refetch(), timeline.refetch()])}>{t("tryAgain")}</Button>
    </EmptyState>
  );
}

export type Writing = { kind: "new"; replyTo: Message | null } | { kind: "edit"; message: Message };

function OpenConversation({ room, timeline, target }: { room: Room; timeline: TimelineData; target: string | null }) {
  const t = useTranslations("room");
  const me = useMe();
  const go = useGoToChat();
  const listed = useRooms().items.find((item) => item.id === room.id);
  const mark = room.participants.find((person) => person.user.id === me.id)?.last_read_seq ?? 0;
  const [readSeq] = useState(() => listed?.last_read_seq ?? mark);
  const [writing, setWriting] = useState<Writing>({ kind: "new", replyTo: null });
  const [opened, setOpened] = useState<Opened | null>(null);
  const canWrite = room.is_active && me.role !== "viewer";
  const reply = useCallback((message: Message) => setWriting({ kind: "new", replyTo: message }), []);
  const edit = useCallback((message: Message) => setWriting({ kind: "edit", message }), []);
  const names = useMemo(() => new Map(room.participants.map(({ user }) => [user.id, user])), [room.participants]);
  const mentionable = useMemo(() => new Set([...names.values()].map((user) => user.username.toLowerCase())), [names]);
  const value = useMemo(
    () => ({
      room,
      me,
      canWrite,
      mentionable,
      nameOf: (user: number) => names.get(user)?.full_name ?? "",
      reply,
      edit,
      open: setOpened,
      jumpTo: (message: string) => go(chatPath(room.id, { message }), "replace"),
    }),
    [room, me, canWrite, mentionable, names, reply, edit, go],
  );
  return (
    <ConversationProvider value={value}>
      <section aria-label={room.display_name} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        <ConversationHeader />
        {room.task !== null && <TaskBanner id={room.task} />}
        <Timeline timeline={timeline} readSeq={readSeq} target={target} />
        <TypingLine />
        {canWrite ? (
          <Composer writing={writing} onDone={() => setWriting({ kind: "new", replyTo: null })} timeline={timeline} />
        ) : (
          <p className="border-t border-line px-5 py-4 safe-bottom text-center text-sm text-ink-2">
            {t(room.is_active ? "viewer" : "archived")}
          </p>
        )}
        <Announcer timeline={timeline} />
        <Suspense>{opened && <MessageOverlays opened={opened} onChange={setOpened} />}</Suspense>
      </section>
    </ConversationProvider>
  );
}

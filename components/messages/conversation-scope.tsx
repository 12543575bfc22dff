"use client";

import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import type { Message, Room } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { minute } from "@/lib/client/minute";
import { useMe } from "@/lib/client/queries";
import { ConversationProvider, type Opened, type Writing } from "@/components/messages/conversation-context";

const MessageOverlays = lazy(() =>
  import("@/components/messages/message-overlays").then((module) => ({ default: module.MessageOverlays })),
);

type Props = {
  room: Room;
  /** The root of the thread that is shown; null for the room itself. */
  thread: string | null;
  children: (writing: Writing, done: () => void) => ReactNode;
};

/** What the messages of a room, or of one thread of it, can ask and do; and what opens over one of them. */
export function ConversationScope({ room, thread, children }: Props) {
  const me = useMe();
  const blocked = useBlocked();
  const go = useGoToChat();
  const [writing, setWriting] = useState<Writing>({ kind: "new", replyTo: null });
  const [opened, setOpened] = useState<Opened | null>(null);
  const done = useCallback(() => setWriting({ kind: "new", replyTo: null }), []);
  const reply = useCallback((message: Message) => setWriting({ kind: "new", replyTo: message }), []);
  const edit = useCallback((message: Message) => setWriting({ kind: "edit", message }), []);
  const names = useMemo(() => new Map(room.participants.map(({ user }) => [user.id, user])), [room.participants]);
  const mentionable = useMemo(() => new Set([...names.values()].map((user) => user.username.toLowerCase())), [names]);
  const mine = room.participants.find(({ user }) => user.id === me.id);
  const until = mine?.silenced_until ?? null;
  // The server leaves out a silence that is over; one that ends while the page is open ends with its minute.
  const silenced = minute.use((tick) => until !== null && (tick === null || Date.parse(until) > tick.getTime()));
  const canReact = room.is_active && me.role !== "viewer" && !silenced;
  const canWrite = canReact && (room.who_writes === "everybody" || mine?.is_admin === true);
  const value = useMemo(
    () => ({
      room,
      me,
      thread,
      canWrite,
      canReact,
      mentionable,
      blocked,
      nameOf: (user: number) => names.get(user)?.full_name ?? "",
      reply,
      edit,
      open: setOpened,
      openThread: (root: string) => go(chatPath(room.id, { thread: root })),
      jumpTo: (message: string) => go(chatPath(room.id, { message, thread }), "replace"),
    }),
    [room, me, thread, mentionable, blocked, names, reply, edit, go, canWrite, canReact],
  );
  return (
    <ConversationProvider value={value}>
      {children(writing, done)}
      <Suspense>{opened && <MessageOverlays opened={opened} onChange={setOpened} />}</Suspense>
    </ConversationProvider>
  );
}

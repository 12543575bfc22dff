"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { memo, useLayoutEffect, useState } from "react";
import type { Room } from "@/lib/contract/shapes";
import { arriving } from "@/lib/client/arriving";
import { takeUnreadMark, unreadMark } from "@/lib/client/marked-unread";
import { roomOptions, timelineOptions, useMe, useRooms } from "@/lib/client/queries";
import type { Timeline as TimelineData } from "@/lib/client/timeline";
import { useTakenOver } from "@/lib/client/use-taken-over";
import { ConversationHeader } from "@/components/messages/conversation-header";
import { ConversationScope } from "@/components/messages/conversation-scope";
import { ConversationSkeleton } from "@/components/messages/conversation-skeleton";
import { RoomLog } from "@/components/messages/room-log";
import { SubjectBanner } from "@/components/messages/subject-banner";
import { Timeline } from "@/components/messages/timeline";
import { WritingPlace } from "@/components/messages/writing-place";

const noConversation = arriving(() =>
  import("@/components/messages/no-conversation").then((module) => module.NoConversation),
);
const typingLine = arriving(() => import("@/components/messages/typing-line").then((module) => module.TypingLine));

/** The open room, or what stands in for it while it comes or when it cannot. */
export function Conversation({ id, target }: { id: string; target: string | null }) {
  const client = useQueryClient();
  const room = useQuery(roomOptions(id));
  const timeline = useQuery(timelineOptions(client, id));
  const error = room.error ?? timeline.error;
  // Without a network nothing comes: what was not seen before is not on this device.
  const paused = room.fetchStatus === "paused" || timeline.fetchStatus === "paused";
  const missing = error !== null || paused;
  const NoConversation = noConversation.use(missing);
  if (room.data && timeline.data)
    return <OpenConversation key={id} room={room.data} timeline={timeline.data} target={target} />;
  if (!missing || !NoConversation) return <ConversationSkeleton />;
  return <NoConversation error={error} onAgain={() => void Promise.all([room.refetch(), timeline.refetch()])} />;
}

function OpenConversation({ room, timeline, target }: { room: Room; timeline: TimelineData; target: string | null }) {
  const me = useMe();
  const listed = useRooms().items.find((item) => item.id === room.id);
  const mark = room.participants.find((person) => person.user.id === me.id)?.last_read_seq ?? 0;
  const takenOver = useTakenOver();
  // Marked on this device to come back to: what is new begins there. The server's HTML knows nothing of it.
  const [readSeq, setReadSeq] = useState(() => {
    const marked = takenOver ? null : unreadMark(room.id);
    return Math.min(listed?.last_read_seq ?? mark, (marked ?? Number.POSITIVE_INFINITY) - 1);
  });
  useLayoutEffect(() => {
    const seq = takeUnreadMark(room.id);
    if (seq !== null) setReadSeq((now) => Math.min(now, seq - 1));
  }, [room.id]);
  return <Shown room={room} timeline={timeline} target={target} readSeq={readSeq} />;
}

type ShownProps = { room: Room; timeline: TimelineData; target: string | null; readSeq: number };

/** Drawn again only for what it shows: not each time that some room of the list changes. */
const Shown = memo(function Shown({ room, timeline, target, readSeq }: ShownProps) {
  const TypingLine = typingLine.use();
  return (
    <ConversationScope room={room} thread={null}>
      {(writing, done) => (
        <section aria-label={room.display_name} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
          <ConversationHeader />
          <SubjectBanner room={room} />
          <Timeline timeline={timeline} readSeq={readSeq} target={target} />
          {TypingLine ? <TypingLine /> : <div className="h-7 shrink-0" />}
          <RoomLog timeline={timeline} />
          <WritingPlace writing={writing} onDone={done} timeline={timeline} />
        </section>
      )}
    </ConversationScope>
  );
});

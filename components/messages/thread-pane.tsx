"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MessageCircleOff, X } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { asksAgain, chatPath, useGoToChat } from "@/lib/client/chat-address";
import { focusMessage } from "@/lib/client/focus-message";
import { roomOptions } from "@/lib/client/queries";
import { loadOlderReplies, threadOptions } from "@/lib/client/thread-options";
import type { Timeline } from "@/lib/client/timeline";
import { timelineRows } from "@/lib/client/timeline-rows";
import { useHeld } from "@/lib/client/use-held";
import { useMessageKeys } from "@/lib/client/use-message-keys";
import { useNewsFrom } from "@/lib/client/use-news-from";
import { useOverlay } from "@/lib/client/use-overlay";
import { dayKey } from "@/lib/client/use-when";
import { Announcer } from "@/components/messages/announcer";
import { useConversation, type Writing } from "@/components/messages/conversation-context";
import { ConversationScope } from "@/components/messages/conversation-scope";
import { Log } from "@/components/messages/log";
import { TimelineRow } from "@/components/messages/timeline-row";
import { WritingPlace } from "@/components/messages/writing-place";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

type Props = { room: string; root: string; target: string | null };

/** One thread: beside the conversation on wide screens, in its place on others. */
export function ThreadPane({ room: id, root, target }: Props) {
  const t = useTranslations("thread");
  const go = useGoToChat();
  const client = useQueryClient();
  const { data: room } = useQuery(roomOptions(id));
  const thread = useQuery(threadOptions(client, id, root));
  return (
    <section aria-label={t("title")} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <header className="flex h-17 shrink-0 items-center gap-2 border-b border-line ps-5 pe-2">
        <div className="flex min-w-0 flex-1 flex-col">
          <h1 className="text-base leading-6 font-semibold md:text-lg">{t("title")}</h1>
          <span className="truncate text-sm text-ink-2">{room?.display_name}</span>
        </div>
        <IconButton
          icon={X}
          label={t("close")}
          onClick={(event) => {
            focusMessage(root, event.currentTarget.closest("section"));
            go(chatPath(id));
          }}
        />
      </header>
      {room && thread.data ? (
        <ConversationScope key={root} room={room} thread={root}>
          {(writing, done) => <Body room={room} thread={thread.data} target={target} writing={writing} onDone={done} />}
        </ConversationScope>
      ) : thread.error ? (
        <EmptyState icon={MessageCircleOff} title={t("goneTitle")} hint={t("goneHint")}>
          <Button look="outline" onClick={() => go(chatPath(id))}>
            {t("close")}
          </Button>
        </EmptyState>
      ) : (
        <RowsSkeleton />
      )}
    </section>
  );
}

type BodyProps = {
  room: Room;
  thread: Timeline;
  target: string | null;
  writing: Writing;
  onDone: () => void;
};

function Body({ room, thread, target, writing, onDone }: BodyProps) {
  const t = useTranslations("thread");
  const message = useTranslations("message");
  const client = useQueryClient();
  const zone = useTimeZone();
  const { me, thread: root } = useConversation();
  const held = useHeld();
  const shown = useOverlay(thread.messages, room.id, me.id);
  const pane = useRef<HTMLDivElement>(null);
  const { onFocus, onBlur, onKeyDown } = useMessageKeys(pane);
  const from = useNewsFrom(thread);
  const [first, ...replies] = shown.messages;
  const rows = timelineRows({
    messages: replies,
    held: held.filter((text) => text.room === room.id && text.thread_root_id === root),
    waiting: shown.waiting.filter((entry) => entry.thread_root === root),
    me: me.id,
    readSeq: Number.POSITIVE_INFINITY,
    atStart: false,
    thread: true,
    dayOf: (time) => dayKey(time, zone),
  });
  // One reads a thread from what was asked for, or from its newest reply, and follows it there.
  const last = rows.at(-1)?.key;
  const asked = asksAgain.use((count) => target && `${target} ${count}`);
  const taken = useRef<string | null>(null);
  useLayoutEffect(() => {
    const wanted = target && taken.current !== asked ? `[data-message="${CSS.escape(target)}"]` : null;
    const found = wanted && pane.current?.querySelector(wanted);
    if (found) {
      taken.current = asked;
      found.scrollIntoView({ block: "center" });
    } else pane.current?.scrollTo({ top: pane.current.scrollHeight });
  }, [last, target, asked]);
  if (!first) return null;
  return (
    <>
      <div
        ref={pane}
        role="region"
        aria-label={t("messages")}
        tabIndex={0}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 thin-scroll overflow-x-hidden overflow-y-auto pb-3 -outline-offset-2"
      >
        <TimelineRow
          row={{
            kind: "message",
            key: first.id,
            message: first,
            mine: first.sender?.id === me.id,
            first: true,
            last: true,
          }}
          marked={false}
        />
        <div role="separator" className="flex items-center gap-3 px-5 pt-4 pb-1 text-xs font-semibold text-ink-2">
          {message("replies", { count: first.reply_count })}
          <span className="h-px flex-1 bg-line" />
        </div>
        {thread.hasOlder && (
          <Button
            look="quiet"
            className="mx-auto flex"
            onClick={() => void loadOlderReplies(client, room.id, first.id).catch(() => undefined)}
          >
            {t("earlier")}
          </Button>
        )}
        {rows.map((row) => (
          <TimelineRow key={row.key} row={row} marked={row.kind === "message" && row.message.id === target} />
        ))}
      </div>
      <WritingPlace writing={writing} onDone={onDone} timeline={{ ...thread, messages: replies }} />
      <Log>
        <Announcer timeline={thread} from={from} />
      </Log>
    </>
  );
}

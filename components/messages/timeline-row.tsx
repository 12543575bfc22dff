"use client";

import { Hand } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { unfolded } from "@/lib/client/blocked";
import type { Row } from "@/lib/client/timeline-rows";
import { useKeptDays } from "@/lib/client/use-kept-days";
import { useNoticeText } from "@/lib/client/use-notice-text";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { FoldedMessage } from "@/components/messages/folded-message";
import { MessageRow } from "@/components/messages/message-row";
import { OutgoingRow } from "@/components/messages/outgoing-row";
import { ThreadLine } from "@/components/messages/thread-line";
import { EmptyState } from "@/components/ui/empty-state";

const HeldRow = lazy(() => import("@/components/messages/held-row").then((module) => ({ default: module.HeldRow })));

export function TimelineRow({ row, marked }: { row: Row; marked: boolean }) {
  const t = useTranslations("timeline");
  const when = useWhen();
  switch (row.kind) {
    case "start":
      return <Start />;
    case "day":
      return (
        <div role="separator" aria-label={when.day(row.time)} className="flex justify-center pt-5 pb-1">
          <span data-day={when.mark("long", row.time)} className="text-xs font-semibold text-ink-2">
            {when.day(row.time)}
          </span>
        </div>
      );
    case "new":
      return (
        <div
          role="separator"
          aria-label={t("new")}
          className="flex items-center gap-3 px-4 pt-4 pb-1 text-accent-ink md:px-5"
        >
          <span className="h-px flex-1 bg-accent opacity-60" />
          <span className="text-xs font-bold">{t("new")}</span>
          <span className="h-px flex-1 bg-accent opacity-60" />
        </div>
      );
    case "system":
      return <Notice content={row.message.content} />;
    case "message":
    case "thread":
      return <Said row={row} marked={marked} />;
    case "held":
      return (
        <Suspense>
          <HeldRow text={row.text} first={row.first} last={row.last} />
        </Suspense>
      );
    case "outgoing":
      return <OutgoingRow entry={row.entry} first={row.first} last={row.last} />;
  }
}

/** Where a house keeps messages for a time only, what is first here need not have been said first. */
function Start() {
  const t = useTranslations("timeline");
  const days = useKeptDays();
  return (
    <p className="px-5 pt-8 pb-2 text-center text-sm text-balance text-ink-2">
      {days === null ? t("start") : t("kept", { days })}
    </p>
  );
}

function Said({ row, marked }: { row: Extract<Row, { kind: "message" | "thread" }>; marked: boolean }) {
  const { message, mine } = row;
  const { room, blocked } = useConversation();
  const shown = unfolded.use((ids) => ids.includes(message.id));
  // Whoever opens the direct chat of two wants to read it.
  if (!shown && room.room_type !== "direct" && blocked.includes(message.sender?.id ?? 0))
    return <FoldedMessage message={message} marked={marked} />;
  return row.kind === "thread" ? (
    <ThreadLine message={message} mine={mine} marked={marked} />
  ) : (
    <MessageRow message={message} mine={mine} first={row.first} last={row.last} marked={marked} />
  );
}

function Notice({ content }: { content: string }) {
  const text = useNoticeText();
  return (
    <p className="mx-auto max-w-prose px-6 py-2 text-center text-xs whitespace-pre-line text-ink-2">{text(content)}</p>
  );
}

export function EmptyConversation() {
  const t = useTranslations("timeline");
  const days = useKeptDays();
  return (
    <div className="flex min-h-0 flex-1">
      <EmptyState icon={Hand} title={t("emptyTitle")} hint={days === null ? t("emptyHint") : t("kept", { days })} />
    </div>
  );
}

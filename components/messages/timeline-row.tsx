"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Row } from "@/lib/client/timeline-rows";
import { useNoticeText } from "@/lib/client/use-notice-text";
import { useWhen } from "@/lib/client/use-when";
import { MessageRow } from "@/components/messages/message-row";
import { OutgoingRow } from "@/components/messages/outgoing-row";
import { ThreadLine } from "@/components/messages/thread-line";
import { EmptyState } from "@/components/ui/empty-state";

export function TimelineRow({ row, marked }: { row: Row; marked: boolean }) {
  const t = useTranslations("timeline");
  const when = useWhen();
  switch (row.kind) {
    case "start":
      return <p className="px-5 pt-8 pb-2 text-center text-sm text-ink-2">{t("start")}</p>;
    case "day":
      return (
        <div role="separator" aria-label={when.day(row.time)} className="flex justify-center pt-5 pb-1">
          <span className="text-xs font-semibold text-ink-2">{when.day(row.time)}</span>
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
      return <MessageRow message={row.message} mine={row.mine} first={row.first} last={row.last} marked={marked} />;
    case "thread":
      return <ThreadLine message={row.message} mine={row.mine} marked={marked} />;
    case "outgoing":
      return <OutgoingRow entry={row.entry} first={row.first} last={row.last} />;
  }
}

function Notice({ content }: { content: string }) {
  const text = useNoticeText();
  return (
    <p className="mx-auto max-w-prose px-6 py-2 text-center text-xs whitespace-pre-line text-ink-2">{text(content)}</p>
  );
}

export function EmptyConversation() {
  const t = useTranslations("timeline");
  return (
    <div className="flex min-h-0 flex-1">
      <EmptyState icon={Hand} title={t("emptyTitle")} hint={t("emptyHint")} />
    </div>
  );
}

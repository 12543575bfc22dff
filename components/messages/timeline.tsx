"use client";

import { ArrowDown } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Virtualizer } from "virtua";
import type { Timeline as TimelineData } from "@/lib/client/timeline";
import { useTimelineRows } from "@/lib/client/use-timeline-rows";
import { useTimelineScroll } from "@/lib/client/use-timeline-scroll";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { EmptyConversation, TimelineRow } from "@/components/messages/timeline-row";

type Props = { timeline: TimelineData; readSeq: number; target: string | null };

/** The messages: only those near the window are in the page, and what one reads never moves by itself. */
export function Timeline({ timeline, readSeq, target }: Props) {
  const t = useTranslations("timeline");
  const when = useWhen();
  const { room, me } = useConversation();
  const rows = useTimelineRows(timeline, room.id, me.id, readSeq, useTimeZone());
  const pane = useRef<HTMLDivElement>(null);
  const scroll = useTimelineScroll({ pane, rows, timeline, room: room.id, me: me.id, target });
  // Before JavaScript the browser itself keeps the newest message in view; from then on the list does.
  const [alive, setAlive] = useState(false);
  useLayoutEffect(() => setAlive(true), []);
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.kind === "start")) return <EmptyConversation />;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={pane}
        role="region"
        aria-label={t("label", { room: room.display_name })}
        tabIndex={0}
        className={`flex h-full thin-scroll overflow-y-auto -outline-offset-2 [overflow-anchor:none] ${alive ? "flex-col" : "flex-col-reverse"}`}
      >
        {alive && <div className="grow" />}
        <Virtualizer
          ref={scroll.list}
          shift={scroll.shift}
          ssrCount={rows.length}
          bufferSize={600}
          onScroll={scroll.onScroll}
          onScrollEnd={scroll.onScrollEnd}
          onResize={scroll.onResize}
        >
          {rows.map((row) => (
            <TimelineRow key={row.key} row={row} marked={row.kind === "message" && row.message.id === target} />
          ))}
        </Virtualizer>
      </div>
      {scroll.day && (
        <p
          aria-hidden
          className="pointer-events-none absolute inset-x-0 top-2 z-10 mx-auto w-fit rounded-full border border-line bg-raised px-3 py-1 text-xs font-semibold text-ink-2 shadow-card"
        >
          {when.day(scroll.day)}
        </p>
      )}
      {scroll.loading && (
        <p
          role="status"
          className="pointer-events-none absolute inset-x-0 top-0 bg-surface py-1 text-center text-xs text-ink-2"
        >
          {t("loadingOlder")}
        </p>
      )}
      {scroll.away && (
        <button
          type="button"
          onClick={scroll.toNewest}
          aria-label={scroll.unseen > 0 ? t("newBelow", { count: scroll.unseen }) : t("toNewest")}
          className="absolute end-4 bottom-3 z-10 flex h-11 min-w-11 arrive items-center justify-center gap-2 rounded-full border border-line bg-raised px-3 text-sm font-semibold shadow-float"
        >
          {scroll.unseen > 0 && <span className="text-accent-ink">{t("newBelow", { count: scroll.unseen })}</span>}
          <ArrowDown aria-hidden className="size-4.5" />
        </button>
      )}
    </div>
  );
}

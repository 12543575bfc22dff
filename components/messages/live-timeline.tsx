"use client";

import { ArrowDown } from "lucide-react";
import { type RefObject, useMemo, useRef } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Virtualizer } from "virtua";
import type { Timeline } from "@/lib/client/timeline";
import type { Row } from "@/lib/client/timeline-rows";
import { useFirstRows } from "@/lib/client/use-first-rows";
import { useMessageKeys } from "@/lib/client/use-message-keys";
import { useTimelineRows } from "@/lib/client/use-timeline-rows";
import { type Left, useTimelineScroll } from "@/lib/client/use-timeline-scroll";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { timelinePane } from "@/components/messages/timeline-pane";
import { EmptyConversation, TimelineRow } from "@/components/messages/timeline-row";
import { toast } from "@/components/ui/toasts";

type Props = { timeline: Timeline; readSeq: number; target: string | null; from: RefObject<Left | null> };

/** What keeps the reader's place is large, as are the rows with all that can be done with them: they come after the page. */
export function LiveTimeline({ timeline, readSeq, target, from }: Props) {
  const { room, me } = useConversation();
  const rows = useTimelineRows(timeline, room.id, me.id, readSeq, useTimeZone());
  if (rows.every((row) => row.kind === "start")) return <EmptyConversation />;
  return <Rows timeline={timeline} rows={rows} target={target} from={from} />;
}

type RowsProps = Omit<Props, "readSeq"> & { rows: Row[] };

/** Only the rows near the window are in the page, and what one reads never moves by itself. */
function Rows({ timeline, rows, target, from }: RowsProps) {
  const t = useTranslations("timeline");
  const when = useWhen();
  const { room, me } = useConversation();
  const element = useRef<HTMLDivElement>(null);
  const onGone = () => toast(t("gone"));
  const scroll = useTimelineScroll({ pane: element, rows, timeline, room: room.id, me: me.id, target, from, onGone });
  const keyboard = useMessageKeys(element);
  const focused = rows.findIndex((row) => "message" in row && row.message.id === keyboard.active);
  const first = useFirstRows(rows, target !== null);
  const kept = useMemo(() => [...(first ?? []), ...(focused < 0 ? [] : [focused])], [first, focused]);
  return (
    <>
      <div
        ref={element}
        role="region"
        aria-label={t("label", { room: room.display_name })}
        tabIndex={0}
        onWheel={scroll.onWheel}
        onTouchMove={scroll.onTouchMove}
        onTouchEnd={scroll.onTouchEnd}
        onTouchCancel={scroll.onTouchEnd}
        onFocus={keyboard.onFocus}
        onBlur={keyboard.onBlur}
        onKeyDown={(event) => {
          scroll.onTouch();
          keyboard.onKeyDown(event);
        }}
        onPointerDown={scroll.onTouch}
        onPointerMove={(event) => event.buttons > 0 && scroll.onTouch()}
        // The list makes its rows deaf while anything scrolls, and for 150 ms after: a tap there would be lost.
        className={`${timelinePane} flex-col [overflow-anchor:none] [&>div]:pointer-events-auto!`}
      >
        <div className="grow" />
        <Virtualizer
          ref={scroll.list}
          shift={scroll.shift}
          bufferSize={first ? 0 : 600}
          keepMounted={kept}
          onScroll={scroll.onScroll}
          onScrollEnd={scroll.onScrollEnd}
          onResize={scroll.onResize}
        >
          {rows.map((row) => (
            <TimelineRow key={row.key} row={row} marked={"message" in row && row.message.id === target} />
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
    </>
  );
}

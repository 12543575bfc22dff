import { useTimeZone, useTranslations } from "use-intl";
import type { Timeline } from "@/lib/client/timeline";
import type { Row } from "@/lib/client/timeline-rows";
import { useTimelineRows } from "@/lib/client/use-timeline-rows";
import { useConversation } from "@/components/messages/conversation-context";
import { timelinePane } from "@/components/messages/timeline-pane";
import { EmptyConversation, TimelineRow } from "@/components/messages/timeline-row";

/** So many fill the tallest screen and leave something to scroll: what is older comes with what is live, a moment later. */
const STILL_ROWS = 24;
/** Above the line that says "New"; and so many in all at most. What is new longer ago than that comes with what is live. */
const ROWS_BEFORE = 8;
const MOST_ROWS = 60;

/**
 * The server's HTML: the last rows of the page, with the newest in view by the browser's own doing, or the first that is new
 * in browsers that know `scroll-initial-target`.
 *
 * @public The timeline takes it by require(), so that browsers need not load it.
 */
export function StillTimeline({ timeline, readSeq }: { timeline: Timeline; readSeq: number }) {
  const t = useTranslations("timeline");
  const { room, me } = useConversation();
  const rows = useTimelineRows(timeline, room.id, me.id, readSeq, useTimeZone());
  if (rows.every((row) => row.kind === "start")) return <EmptyConversation />;
  return (
    <>
      {/* The newest row is the last to arrive, and moves all others up: they are seen when what follows them has come too. */}
      <div
        role="region"
        aria-label={t("label", { room: room.display_name })}
        tabIndex={0}
        className={`${timelinePane} flex-col-reverse [&:not(:has(+*))]:invisible`}
      >
        <div className="*:[contain-intrinsic-size:auto_4rem] *:[content-visibility:auto]">
          {rows.slice(-shownOf(rows)).map((row) =>
            row.kind === "new" ? (
              <div key={row.key} data-new className="scroll-mt-12 [scroll-initial-target:nearest]">
                <TimelineRow row={row} marked={false} />
              </div>
            ) : (
              <TimelineRow key={row.key} row={row} marked={false} />
            ),
          )}
        </div>
      </div>
      <span hidden />
    </>
  );
}

function shownOf(rows: Row[]): number {
  const news = rows.findIndex((row) => row.kind === "new");
  const wanted = rows.length - Math.max(0, news - ROWS_BEFORE);
  return news > 0 && wanted <= MOST_ROWS ? Math.max(STILL_ROWS, wanted) : STILL_ROWS;
}

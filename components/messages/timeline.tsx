"use client";

import { type ReactNode, useRef } from "react";
import { arriving } from "@/lib/client/arriving";
import type { Timeline as TimelineData } from "@/lib/client/timeline";
import { ABOVE_NEW } from "@/lib/client/above-new";
import type { Left, Place } from "@/lib/client/use-timeline-scroll";
import { MessagesSkeleton } from "@/components/messages/messages-skeleton";
import type * as Still from "@/components/messages/still-timeline";
import { Drawn } from "@/components/ui/drawn";

type Props = { timeline: TimelineData; readSeq: number; target: string | null };

/** What is live of it: also for a page that waits for it before it draws anything. */
export const timelinePart = arriving(
  () => import("@/components/messages/live-timeline").then((module) => module.LiveTimeline),
  "eager",
);

/** The messages of a room: first as the server drew them, then live. */
export function Timeline({ timeline, readSeq, target }: Props) {
  const Live = timelinePart.use();
  const left = useRef<Left | null>(null);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <Drawn
        live={Live && <Live timeline={timeline} readSeq={readSeq} target={target} from={left} />}
        html={drawnByServer(timeline, readSeq)}
        instead={<MessagesSkeleton />}
        className="flex min-h-0 min-w-0 flex-1 flex-col"
        onLeave={(drawn) => (left.current = { at: performance.now(), place: placeIn(drawn) })}
      />
    </div>
  );
}

function drawnByServer(timeline: TimelineData, readSeq: number): ReactNode {
  if (typeof window !== "undefined") return null;
  // A static import would bring all the rows into the browser's bundle, from which this branch is cut away.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const { StillTimeline } = require("@/components/messages/still-timeline") as typeof Still;
  return <StillTimeline timeline={timeline} readSeq={readSeq} />;
}

/** The first row in view, counted from the end; nothing where the reader has not moved: at the end, or at what is new. */
function placeIn(drawn: HTMLElement): Place | null {
  const pane = drawn.querySelector('[role="region"]');
  if (!pane || Math.abs(pane.scrollTop) < 8) return null;
  const top = pane.getBoundingClientRect().top;
  const news = pane.querySelector("[data-new]");
  if (news && Math.abs(news.getBoundingClientRect().top - top - ABOVE_NEW) < 8) return null;
  const rows = [...(pane.firstElementChild?.children ?? [])].map((row) => row.getBoundingClientRect());
  const index = rows.findIndex((row) => row.bottom > top);
  return index < 0 ? null : { fromEnd: rows.length - index, offset: top - (rows[index]?.top ?? top) };
}

import { useMemo } from "react";
import type { Outgoing } from "@/lib/client/outbox-entry";
import type { Timeline } from "@/lib/client/timeline";
import { type Row, timelineRows } from "@/lib/client/timeline-rows";
import { useHeld } from "@/lib/client/use-held";
import { useOverlay } from "@/lib/client/use-overlay";
import { dayKey } from "@/lib/client/use-when";

export function useTimelineRows(
  { messages, hasOlder, hasNewer }: Timeline,
  room: string,
  me: number,
  readSeq: number,
  timeZone: string | undefined,
): Row[] {
  const shown = useOverlay(messages, room, me);
  const all = useHeld();
  return useMemo(() => {
    const waiting = hasNewer ? [] : shown.waiting.filter(belongsHere);
    const held = hasNewer ? [] : all.filter((text) => text.room === room);
    const dayOf = (time: string) => dayKey(time, timeZone);
    return timelineRows({ messages: shown.messages, held, waiting, me, readSeq, atStart: !hasOlder, dayOf });
  }, [shown, all, room, me, readSeq, hasOlder, hasNewer, timeZone]);
}

/** What waits for a thread is shown there; a refused one here too, or it would be overlooked. */
const belongsHere = (entry: Outgoing) => entry.thread_root === null || entry.state === "failed";

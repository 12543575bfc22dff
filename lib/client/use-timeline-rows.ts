import { useMemo } from "react";
import { type Outgoing, outbox } from "@/lib/client/outbox";
import type { Timeline } from "@/lib/client/timeline";
import { type Row, timelineRows } from "@/lib/client/timeline-rows";
import { dayKey } from "@/lib/client/use-when";

export function useTimelineRows(
  { messages, hasOlder, hasNewer }: Timeline,
  room: string,
  me: number,
  readSeq: number,
  timeZone: string | undefined,
): Row[] {
  const everything = outbox.use((entries) => entries);
  return useMemo(() => {
    const waiting = hasNewer ? [] : everything.filter((entry) => entry.room === room && belongsHere(entry));
    const dayOf = (time: string) => dayKey(time, timeZone);
    return timelineRows({ messages, waiting, me, readSeq, atStart: !hasOlder, dayOf });
  }, [messages, everything, room, me, readSeq, hasOlder, hasNewer, timeZone]);
}

/** What waits for a thread is shown there; a refused one here too, or it would be overlooked. */
const belongsHere = (entry: Outgoing) => entry.thread_root === null || entry.state === "failed";

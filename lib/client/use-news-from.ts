import { useState } from "react";
import type { Timeline } from "@/lib/client/timeline";

/**
 * The number of the message after which all others are news to who opened this; null as long as they are in the middle of
 * the room: what is new begins where they come to its end.
 */
export function useNewsFrom(timeline: Timeline): number | null {
  const newest = timeline.hasNewer ? null : (timeline.messages.at(-1)?.seq ?? 0);
  const [from, setFrom] = useState(newest);
  if (from === null && newest !== null) setFrom(newest);
  return from;
}

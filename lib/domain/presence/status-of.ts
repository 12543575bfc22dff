import type { Presence } from "@/lib/contract/shapes";
import type { Seen } from "@/lib/events/presence-state";

/** Who does not want to be disturbed shows so while there; who is not there is offline. */
export function statusOf(seen: Seen | undefined, doNotDisturb: boolean): Presence["status"] {
  if (seen === undefined) return "offline";
  return doNotDisturb ? "dnd" : seen;
}

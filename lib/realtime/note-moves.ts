import type { Participant } from "@/lib/contract/shapes";
import type { PublishedEvent } from "@/lib/events/hint";
import { connectionsOf } from "./people";

/**
 * Keeps on each connection the newest coming or going of its person, by room: one that is being set up may have looked
 * its membership up before. Numbers decide what is newest, since hints of several nodes come in any order.
 */
export function noteMoves(events: PublishedEvent[]): void {
  for (const { room, seq, type, data } of events) {
    if (type !== "participant.joined" && type !== "participant.left") continue;
    for (const { moves } of connectionsOf((data as Participant).user.id)) {
      if (seq > (moves.get(room)?.seq ?? 0)) moves.set(room, { seq, in: type === "participant.joined" });
    }
  }
}

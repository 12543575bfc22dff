import { database } from "@/db/database";
import type { PublishedEvent } from "@/lib/events/hint";
import { presentEvents } from "./present-events";

/** Up to `limit` events of a room after `after`, in order: what delivery asks for when it has missed something. */
export function loadEvents(room: string, after: number, limit: number): Promise<PublishedEvent[]> {
  return presentEvents(database().db, room, { after, limit });
}

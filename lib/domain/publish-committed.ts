import { database } from "@/db/database";
import { publish } from "@/lib/events/bus";
import { log } from "@/lib/log/log";
import { presentEvents } from "./events/present-events";

/** Tells the world of events of a room that are committed. Never fails. */
export async function publishCommitted(room: string, seqs: number[]): Promise<void> {
  try {
    // Read after the commit: what everybody else will read.
    publish({ kind: "events", room, events: await presentEvents(database().db, room, { seqs }) });
  } catch (error) {
    // It is committed, whatever happens here: the sweep delivers the events.
    log.warn({ err: error, room }, "committed events could not be published");
  }
}

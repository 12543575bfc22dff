import { database } from "@/db/database";
import { deleteOldEvents, lockRetention } from "@/db/queries/retention";
import { retentionDays } from "./retention-days";

const slice = { rooms: 100, most: 500 };
const firstRoom = "00000000-0000-0000-0000-000000000000";

/**
 * Deletes the events that no cursor can ask for any more; gives their number. In slices, so that nobody waits for it, and
 * by one node at a time: another one that is at it already ends this one.
 */
export async function pruneEvents(): Promise<number> {
  let from: string | null = firstRoom;
  let pruned = 0;
  while (from !== null) {
    const start: string = from;
    const done = await database().db.transaction(async (tx) => {
      if (!(await lockRetention(tx))) return null;
      // A day more than a cursor may be old: what an accepted cursor asks for is there until it has been answered.
      return deleteOldEvents(tx, { ...slice, from: start, days: retentionDays + 1 });
    });
    if (!done) break;
    pruned += done.deleted;
    from = done.left ? start : done.last;
  }
  return pruned;
}

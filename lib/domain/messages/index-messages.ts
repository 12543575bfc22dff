import { database } from "@/db/database";
import { indexRooms, lockSearchIndex, selectUnindexedRooms } from "@/db/queries/search-index";

/** One statement takes so many events of so many rooms: it must end long before it would be cut off. */
const slice = { rooms: 20, step: 250 };

/**
 * Takes into the search index whatever has happened since the last time, slice by slice, on one node at a time; gives how
 * many messages it looked at. Search is right without it too, and slower: it looks at what is not in the index one by one.
 */
export async function indexMessages(goOn: () => boolean = () => true): Promise<number> {
  let total = 0;
  while (goOn()) {
    const count = await database().db.transaction(async (tx) => {
      if (!(await lockSearchIndex(tx))) return null;
      const rooms = await selectUnindexedRooms(tx, slice.rooms);
      // A single busy room is done in larger steps.
      const step = Math.floor((slice.step * slice.rooms) / Math.max(1, rooms.length));
      return rooms.length === 0 ? null : indexRooms(tx, rooms, step);
    });
    if (count === null) break;
    total += count;
  }
  return total;
}

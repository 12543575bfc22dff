import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import {
  beginAfter,
  deleteOldReadMarks,
  emptyMessages,
  selectOldMessages,
  selectReleased,
  selectRoomsWithOld,
} from "@/db/queries/message-retention";
import { lockRoom } from "@/db/queries/rooms";
import { holdSearchIndex } from "@/db/queries/search-index";
import { selectSettings } from "@/db/queries/settings";
import { forgetFiles } from "../attachments/forget-files";
import { commit } from "../commit";

const slice = { rooms: 100, messages: 100 };
const firstRoom = "00000000-0000-0000-0000-000000000000";
/** After so long (ms) the rest is another job: others wait for this worker too. */
const patience = 30_000;

/**
 * Removes the messages that are older than the house keeps them, with everything that hangs on them, in small portions: whoever
 * sends into the room meanwhile waits for one of them at most. Gives the number of those removed. What the house has set is
 * read again for each portion, so that somebody who takes it back is heard.
 */
export async function forgetOldMessages(): Promise<number> {
  const { db } = database();
  const end = performance.now() + patience;
  let removed = 0;
  let from: string | null = firstRoom;
  while (from !== null) {
    const { messageDays } = await selectSettings(db);
    if (messageDays === null) return removed;
    const found = await selectRoomsWithOld(db, { from, days: messageDays, rooms: slice.rooms });
    for (const room of found.ids) {
      for (let more = true; more;) {
        const portion = await forgetPortion(room);
        removed += portion.removed;
        more = portion.more;
        if (performance.now() < end) continue;
        await addJob(db, "forget-messages", {}, { key: "forget-messages" });
        return removed;
      }
      await deleteOldReadMarks(db, room);
    }
    from = found.last;
  }
  return removed;
}

async function forgetPortion(room: string): Promise<{ removed: number; more: boolean }> {
  const { files, ...done } = await commit(async (tx, emit) => {
    await lockRoom(tx, room);
    const { messageDays } = await selectSettings(tx);
    if (messageDays === null) return { files: [], removed: 0, more: false };
    const old = await selectOldMessages(tx, room, messageDays, slice.messages);
    const isEmpty = await beginAfter(tx, room, old);
    const gone = old.filter((message) => !message.stays).map((message) => message.id);
    const released = await selectReleased(tx, room, messageDays, slice.messages);
    await holdSearchIndex(tx);
    const freed = await emptyMessages(tx, [...gone, ...released]);
    // Lists show the newest message of a room; now there is none.
    if (isEmpty) await emit(room, { type: "room.updated" });
    const more = old.length === slice.messages || released.length > 0;
    return { files: freed, removed: gone.length + released.length, more };
  });
  await forgetFiles(files);
  return done;
}

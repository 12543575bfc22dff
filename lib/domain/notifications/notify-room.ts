import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { lockUnnotified, setNotified } from "@/db/queries/notifications";
import { tellOf } from "./tell-of";

/** So many messages are decided upon in one transaction. */
const most = 50;

/**
 * Decides who is told of what was said in a room since the last time. The decisions and how far they go are committed
 * together, so that each is made once, whoever dies.
 */
export async function notifyRoom(room: string): Promise<void> {
  await database().db.transaction(async (tx) => {
    const { messages, until, more } = await lockUnnotified(tx, room, most);
    await tellOf(tx, room, messages);
    await setNotified(tx, room, until);
    if (more) await addJob(tx, "notify-room", { room });
  });
}

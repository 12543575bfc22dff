import { database } from "@/db/database";
import { selectNotifiedMessage } from "@/db/queries/notifications";
import { tellOf } from "./tell-of";

/** Decides once more who is told of a message. Whoever was told already is not told again. */
export async function notifyMessage(id: string): Promise<void> {
  await database().db.transaction(async (tx) => {
    const message = await selectNotifiedMessage(tx, id);
    if (message) await tellOf(tx, message.room_id, [message]);
  });
}

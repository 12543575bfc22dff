import { database } from "@/db/database";
import { selectShowing } from "@/db/queries/push-deliveries";
import { addDeliveries } from "./add-deliveries";

/** What was read on one device need not stand on the screens of the others. */
export async function clearShown({ user, room, seq }: { user: number; room: string; seq: number }): Promise<void> {
  await database().db.transaction(async (tx) => {
    const devices = await selectShowing(tx, user, room);
    const subject = `read:${room}:${seq}`;
    await addDeliveries(
      tx,
      devices.map((id) => ({ device_id: id, user_id: user, subject, room_id: room, delay: 0 })),
    );
  });
}

import { database } from "@/db/database";
import { selectUnreadFor } from "@/db/queries/notifications";
import { selectPushDevices } from "@/db/queries/push-devices";
import { selectUser } from "@/db/queries/users";
import { addDeliveries } from "./add-deliveries";
import { quietUntil } from "./quiet-until";

/** Tells somebody, whose quiet hours are over, how much came meanwhile; nothing when it was read, or when they changed. */
export async function sendDigest(userId: number): Promise<void> {
  await database().db.transaction(async (tx) => {
    const person = await selectUser(tx, userId);
    if (!person?.isActive || person.doNotDisturb) return;
    const now = new Date();
    if (quietUntil(person.quietHours, person.timezone, now)) return;
    const unread = await selectUnreadFor(tx, userId);
    if (unread.messages === 0) return;
    // Named by its minute: done twice, it is one.
    const subject = `digest:${now.toISOString().slice(0, 16)}:${unread.messages}:${unread.rooms}`;
    const devices = await selectPushDevices(tx, userId);
    await addDeliveries(
      tx,
      devices.map(({ id }) => ({ device_id: id, user_id: userId, subject, delay: 0 })),
    );
  });
}

import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
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
    // They have chosen other hours since.
    const quiet = !person.onDuty && quietUntil(person.quietHours, person.timezone, now);
    if (quiet) {
      const delay = Math.max(1, (quiet.getTime() - now.getTime()) / 1000);
      return addJob(tx, "push-digest", { user: userId }, { key: `digest ${userId}`, delay });
    }
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

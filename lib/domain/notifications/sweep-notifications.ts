import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { selectRoomsMissed } from "@/db/queries/notifications";
import { deleteOldDeliveries, selectOverdue } from "@/db/queries/push-deliveries";

const most = 1000;
const perJob = 50;

/** Takes up what a process that died has left: rooms that nobody decided upon, and notifications that nobody sent. */
export async function sweepNotifications(): Promise<void> {
  const { db } = database();
  for (const room of await selectRoomsMissed(db, most)) {
    await addJob(db, "notify-room", { room }, { key: `notify ${room}` });
  }
  const overdue = await selectOverdue(db, most);
  for (let first = 0; first < overdue.length; first += perJob) {
    await addJob(
      db,
      "push-crowd",
      { deliveries: overdue.slice(first, first + perJob) },
      { key: `overdue ${overdue[first]}` },
    );
  }
  await deleteOldDeliveries(db, most);
}

import type { Db } from "@/db/database";
import { addJobs } from "@/db/queries/jobs";
import { insertDeliveries, type NewDelivery } from "@/db/queries/push-deliveries";

/** Statements and jobs stay of a bearable size, however many people are in a room. */
const atOnce = 1000;
const perJob = 50;

/** Puts on record what is to be sent, each once a device, with the jobs that send it when its time has come. */
export async function addDeliveries(tx: Db, given: (Omit<NewDelivery, "due_at"> & { delay: number })[]): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < given.length; from += atOnce) {
    const slice = given.slice(from, from + atOnce);
    for (const delay of new Set(slice.map((one) => one.delay))) {
      const due_at = new Date(now + delay * 1000).toISOString();
      const due = slice.filter((one) => one.delay === delay).map(({ delay: _, ...one }) => ({ ...one, due_at }));
      const ids = (await insertDeliveries(tx, due)).map(({ id }) => id);
      const jobs = Array.from({ length: Math.ceil(ids.length / perJob) }, (_, n) => ({
        deliveries: ids.slice(n * perJob, (n + 1) * perJob),
      }));
      await addJobs(tx, "push", jobs, { delay });
    }
  }
}

import type { Db } from "@/db/database";
import { addJobs } from "@/db/queries/jobs";

const perJob = 50;

type How = {
  /** Seconds from now. */
  delay?: number;
  /** They are some of the many who are told of one thing: they leave beside what is for few. */
  crowd?: boolean;
};

/** Adds the jobs that hand these over. */
export async function addPushes(tx: Db, ids: number[], { delay = 0, crowd = false }: How): Promise<void> {
  const jobs = Array.from({ length: Math.ceil(ids.length / perJob) }, (_, n) => ({
    deliveries: ids.slice(n * perJob, (n + 1) * perJob),
  }));
  await addJobs(tx, crowd ? "push-crowd" : "push", jobs, { delay });
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

/** What waits for a worker, by the name of its job. Ids only: whoever works reads the present state. */
export type Jobs = {
  /** Looks for files that nobody sent, and for broken-off uploads. */
  "sweep-files": Record<string, never>;
  /** Deletes the events that no cursor can ask for any more. */
  "prune-events": Record<string, never>;
  /** Removes the messages that are older than the house keeps them. */
  "forget-messages": Record<string, never>;
  /** Forgets an upload in parts that nobody made an attachment. */
  "forget-upload": { id: string };
  /** Looks at the page that a message's first link leads to. */
  "preview-link": { message: string };
  /** Asks the moderation service about a message as it is now. */
  "moderate-message": { message: string };
  /** Decides who is told of what was said in the room since the last time. */
  "notify-room": { room: string };
  /** Decides it once more for one message, which has become urgent. */
  "notify-message": { message: string };
  /** Hands notifications to the push services. */
  push: { deliveries: number[] };
  /** The same, of many who are told of one thing: beside all other jobs, and slower than people talk. */
  "push-crowd": { deliveries: number[] };
  /** Tells somebody, whose quiet hours are over, what came meanwhile. */
  "push-digest": { user: number };
  /** Looks whom an e-mail is due to. */
  "mail-digests": Record<string, never>;
  /** Tells somebody by e-mail who mentioned them. */
  "mail-digest": { user: number };
  /** Takes from somebody's other devices what was read on one. */
  "clear-shown": { user: number; room: string; seq: number };
  /** Takes up what a process that died has left, and deletes old records. */
  "sweep-notifications": Record<string, never>;
};

export type JobName = keyof Jobs;

export type JobOptions = {
  /** Another job of the same key that has not begun yet is replaced by this one. */
  key?: string;
  /** Not before so many seconds from now. */
  delay?: number;
  /** Tries before it is given up; the pauses between them grow. */
  attempts?: number;
  /** Jobs of one queue are done one after the other, so that slow ones leave room for the others. */
  queue?: string;
};

/** Adds work in the transaction of its reason: it is done after the commit, by any node, and survives a crash. */
export async function addJob<Name extends JobName>(
  tx: Db,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  await addJobs(tx, name, [payload], options);
}

/** The same for many at once, in one statement. With a key only the last of them would stay. */
export async function addJobs<Name extends JobName>(
  tx: Db,
  name: Name,
  payloads: Jobs[Name][],
  { key, delay = 0, attempts = 10, queue }: JobOptions = {},
): Promise<void> {
  if (payloads.length === 0) return;
  await tx.execute(sql`select count(j.id) from json_array_elements(${JSON.stringify(payloads)}::text::json) as p (payload)
    cross join lateral graphile_worker.add_job(${name}, p.payload,
      job_key => ${key ?? null}, queue_name => ${queue ?? null}, max_attempts => ${attempts},
      run_at => case when ${delay}::float8 > 0 then now() + ${delay}::float8 * interval '1 second' end) as j`);
}

/** Two at once over all nodes: whoever is asked may be slow, and other jobs must find a worker. */
export const moderationQueue = (message: string): string => `moderation ${parseInt(message.slice(-1), 16) % 2}`;

/**
 * Gives back what is held by workers that died with their process, and the queues that wait for it: the library itself
 * waits four hours. Whoever holds a job so long that no job takes it counts as dead; should one live, its job is done twice.
 */
export async function releaseJobs(db: Db): Promise<void> {
  await db.execute(sql`select graphile_worker.force_unlock_workers(dead.workers) from (select array_agg(distinct locked_by) as workers
    from graphile_worker.jobs where locked_at < now() - interval '10 minutes') dead where dead.workers is not null`);
}

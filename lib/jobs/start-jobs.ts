import { Logger, parseCronItems, run, type Task } from "graphile-worker";
import type { z } from "zod";
import { log } from "@/lib/log/log";
import { timetable, workers } from "./workers";

/** At once in this process; each holds one connection of a pool of the queue's own. */
const atOnce = 3;

/**
 * Works on the job queue in this process, beside all other nodes: every job is done by one of them. What was added in a
 * transaction is noticed within a moment of its commit. Stopping takes no new job, and lets those under way finish.
 */
export async function startJobs(connectionString: string): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString,
    concurrency: atOnce,
    maxPoolSize: atOnce + 2,
    // Added jobs are announced; this finds those whose time has come, and what a lost announcement left.
    pollInterval: 5000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 1500,
    taskList: Object.fromEntries(Object.entries(workers).map(([name, one]) => [name, taskOf(one as AnyWorker)])),
    parsedCronItems: parseCronItems(
      timetable.map(({ at, job }) => ({ match: at, task: job, options: { backfillPeriod: 0, maxAttempts: 3 } })),
    ),
    logger,
  });
  // A pool that fails ends the runner; the process lives, and other nodes go on with the jobs.
  runner.promise.catch((error: unknown) => log.error({ err: error }, "the job queue stopped"));
  return { stop: () => runner.stop() };
}

type AnyWorker = { payload: z.ZodType; work: (payload: unknown, signal: AbortSignal | undefined) => Promise<void> };

const taskOf =
  ({ payload, work }: AnyWorker): Task =>
  async (given, { abortSignal }) => {
    // A payload of the timetable carries when it was meant to run.
    await work(payload.parse(given), abortSignal);
  };

const levels: Record<string, "error" | "warn" | "debug"> = { error: "warn", warning: "warn" };

const logger = new Logger((scope) => (level, message) => {
  // Failed jobs are tried again; the library writes their reason into the message.
  log[levels[level] ?? "debug"]({ worker: scope.workerId, job: scope.taskIdentifier }, message);
});

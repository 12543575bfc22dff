import { Logger, parseCronItems, run, type Runner, type Task } from "graphile-worker";
import type { z } from "zod";
import { log } from "@/lib/log/log";
import { timetable, workers } from "./workers";

/** At once in this process; each holds one connection of a pool of the queue's own. */
const atOnce = 3;

/** How often (ms) it is looked whether the queue still runs, and where the database is. */
const lookEvery = 2000;

/**
 * Works on the job queue in this process, beside all other nodes: every job is done by one of them. What was added in a
 * transaction is noticed within a moment of its commit. Stopping takes no new job, and lets those under way finish.
 */
export async function startJobs(connectionString: string): Promise<{ stop(): Promise<void> }> {
  let url = connectionString;
  let runner = await runnerOn(url);
  let stopped = false;
  const look = async () => {
    // A runner waits for a database that is away. One that has ended, or whose embedded database came back at another
    // address, is replaced.
    const now = process.env.DATABASE_URL ?? url;
    if (now === url && running.has(runner)) return;
    await end(runner);
    runner = await runnerOn(now);
    url = now;
  };
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking
      .then(() => (stopped ? undefined : look()))
      .catch((error: unknown) => {
        log.warn({ err: error }, "the job queue could not be started again; the next try comes soon");
      });
  }, lookEvery).unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      await end(runner);
    },
  };
}

const running = new WeakSet<Runner>();

async function end(runner: Runner): Promise<void> {
  // One that has ended by itself refuses to be stopped.
  if (running.delete(runner)) await runner.stop().catch(() => undefined);
}

async function runnerOn(connectionString: string): Promise<Runner> {
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
  running.add(runner);
  runner.promise
    .catch((error: unknown) => log.error({ err: error }, "the job queue stopped"))
    .finally(() => running.delete(runner));
  return runner;
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

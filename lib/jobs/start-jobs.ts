import { Logger, parseCronItems, run, type Runner, type Task } from "graphile-worker";
import type { z } from "zod";
import { database } from "@/db/database";
import { type JobName, releaseJobs } from "@/db/queries/jobs";
import { log } from "@/lib/log/log";
import { timetable, workers } from "./workers";

type Line = { names: JobName[]; atOnce: number; items: typeof timetable };

const crowded: JobName[] = ["push-crowd"];
/**
 * What is done at once in this process. Each line holds connections of a pool of its own, so that while a crowd is notified
 * all else finds a worker.
 */
const lines: Line[] = [
  { names: (Object.keys(workers) as JobName[]).filter((name) => !crowded.includes(name)), atOnce: 3, items: timetable },
  { names: crowded, atOnce: 2, items: [] },
];

/** How often (ms) it is looked whether the queue still runs, and where the database is. */
const lookEvery = 2000;

/** How often (ms) it is looked whether jobs are held by workers that have died. */
const releaseEvery = 60_000;

/**
 * Works on the job queue in this process, beside all other nodes: every job is done by one of them. What was added in a
 * transaction is noticed within a moment of its commit. Stopping takes no new job, and lets those under way finish.
 */
export async function startJobs(connectionString: string): Promise<Stoppable> {
  const started: Stoppable[] = [];
  for (const line of lines) started.push(await startLine(line, connectionString));
  const release = () =>
    releaseJobs(database().db).catch((error: unknown) => {
      log.warn({ err: error }, "what dead workers hold could not be given back; the next try comes in a minute");
    });
  await release();
  const timer = setInterval(() => void release(), releaseEvery).unref();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(started.map((line) => line.stop()));
    },
  };
}

type Stoppable = { stop(): Promise<void> };

async function startLine(line: Line, connectionString: string): Promise<Stoppable> {
  let url = connectionString;
  let runner = await runnerOn(url, line);
  let stopped = false;
  const look = async () => {
    // A runner waits for a database that is away. One that has ended, or whose embedded database came back at another
    // address, is replaced.
    const now = process.env.DATABASE_URL ?? url;
    if (now === url && running.has(runner)) return;
    await end(runner);
    runner = await runnerOn(now, line);
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

async function runnerOn(connectionString: string, { names, atOnce, items }: Line): Promise<Runner> {
  const runner = await run({
    connectionString,
    concurrency: atOnce,
    maxPoolSize: atOnce + 2,
    // Added jobs are announced; this finds those whose time has come, and what a lost announcement left.
    pollInterval: 5000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 1500,
    taskList: Object.fromEntries(names.map((name) => [name, taskOf(workers[name] as AnyWorker)])),
    parsedCronItems: parseCronItems(
      items.map(({ at, job }) => ({ match: at, task: job, options: { backfillPeriod: 0, maxAttempts: 3 } })),
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

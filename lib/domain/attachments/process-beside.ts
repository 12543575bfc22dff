import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import path from "node:path";

type Limits = {
  /** Milliseconds that one piece of work may take. */
  longest: number;
  /** Milliseconds from the asking, what waits before it included; Infinity where an answer must come. */
  patience: number;
};

type Answer<Facts> = { id: number; result?: Facts; reason?: string };
type Worker = { child: ChildProcess; done: number };
type Slot = { worker: Worker | undefined; last: Promise<unknown>; timer: NodeJS.Timeout | undefined };

const idle = 60_000;
/** Decoders leave memory in pieces: a fresh process has it whole again. */
const mostJobs = 100;

/**
 * A process beside the server that works on one file of strangers' making after the other. `script` is a module of this
 * folder. What it is asked rejects what is broken, too large or too slow.
 */
export function processBeside<Job extends object, Facts>(script: string, { longest, patience }: Limits) {
  // One process of its kind for all: server.ts and Next's bundles each load this module.
  const slot = Symbol.for(`aristay.${script}`);
  const globals = globalThis as { [slot]?: Slot };
  const shared = (globals[slot] ??= { worker: undefined, last: Promise.resolve(), timer: undefined });

  return (job: Job): Promise<Facts> => {
    const until = performance.now() + patience;
    const work = shared.last.then(() => one(job, until));
    shared.last = work.catch(() => undefined);
    return work;
  };

  async function one(job: Job, until: number): Promise<Facts> {
    const left = Math.min(longest, until - performance.now());
    if (left <= 0) throw new Error("Others took too long.");
    clearTimeout(shared.timer);
    const worker = (shared.worker ??= start());
    const id = worker.done++;
    try {
      return await answerTo(worker.child, { ...job, id }, left);
    } finally {
      if (worker.done >= mostJobs) end(worker);
      shared.timer = setTimeout(() => end(worker), idle).unref();
    }
  }

  function answerTo(child: ChildProcess, job: Job & { id: number }, left: number): Promise<Facts> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        child.off("message", onMessage).off("exit", onExit).off("error", onExit);
      };
      const onMessage = (answer: Answer<Facts>) => {
        if (answer.id !== job.id) return;
        settle();
        if (answer.result) resolve(answer.result);
        else reject(new Error(answer.reason));
      };
      const onExit = () => {
        settle();
        if (shared.worker?.child === child) shared.worker = undefined;
        reject(new Error("The process that opened it ended."));
      };
      const timer = setTimeout(() => child.kill("SIGKILL"), left);
      child.on("message", onMessage).once("exit", onExit).once("error", onExit);
      child.send(job, (error) => error && onExit());
    });
  }

  function start(): Worker {
    const child = fork(path.resolve(/* turbopackIgnore: true */ "lib/domain/attachments", script), {
      execArgv: [],
      // Whoever gets a decoder to run code of theirs finds no secret here.
      env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: "2" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "json",
    });
    // It never keeps the server from ending, and everybody's messages go first.
    child.unref();
    child.channel?.unref();
    child.once("spawn", () => {
      if (child.pid !== undefined) setPriority(child.pid, 10);
    });
    child.on("error", () => undefined);
    child.once("exit", () => {
      if (shared.worker?.child === child) shared.worker = undefined;
    });
    return { child, done: 0 };
  }

  function end(worker: Worker): void {
    if (shared.worker === worker) shared.worker = undefined;
    worker.child.kill("SIGKILL");
  }
}

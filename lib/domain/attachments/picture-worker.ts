import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import path from "node:path";

export type PictureJob = {
  source: string;
  heic: boolean;
  animated: boolean;
  format: "jpeg" | "png" | "gif" | "webp";
  /** Where the three pictures are to be written. */
  whole: string;
  preview: string;
  thumbnail: string;
};

export type PictureFacts = {
  size: number;
  width: number;
  height: number;
  /** Null where the whole is no larger than a preview would be. */
  previewSize: number | null;
  thumbnailSize: number;
  placeholder: string | null;
};

type Answer = { id: number; result?: PictureFacts; reason?: string };

const longest = 30_000;
const idle = 60_000;
/** Decoders leave memory in pieces: a fresh process has it whole again. */
const mostJobs = 100;

type Worker = { child: ChildProcess; done: number };
type Slot = { worker: Worker | undefined; last: Promise<unknown>; timer: NodeJS.Timeout | undefined };

// One process for all pictures: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.picture-worker");
const globals = globalThis as { [slot]?: Slot };
const shared = (globals[slot] ??= { worker: undefined, last: Promise.resolve(), timer: undefined });

/** Works on one picture after the other, in a process beside this one. Rejects what is broken, too large or too slow. */
export function workOnPicture(job: PictureJob): Promise<PictureFacts> {
  const work = shared.last.then(() => one(job));
  shared.last = work.catch(() => undefined);
  return work;
}

async function one(job: PictureJob): Promise<PictureFacts> {
  clearTimeout(shared.timer);
  const worker = (shared.worker ??= start());
  const id = worker.done++;
  try {
    return await answerTo(worker.child, { ...job, id });
  } finally {
    if (worker.done >= mostJobs) end(worker);
    shared.timer = setTimeout(() => end(worker), idle).unref();
  }
}

function answerTo(child: ChildProcess, job: PictureJob & { id: number }): Promise<PictureFacts> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onExit);
    };
    const onMessage = (answer: Answer) => {
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
    const timer = setTimeout(() => child.kill("SIGKILL"), longest);
    child.on("message", onMessage).once("exit", onExit).once("error", onExit);
    child.send(job, (error) => error && onExit());
  });
}

function start(): Worker {
  const child = fork(path.resolve(/* turbopackIgnore: true */ "lib/domain/attachments/picture-process.mjs"), {
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

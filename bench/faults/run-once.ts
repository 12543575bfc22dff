import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { convergenceLimit } from "./check/convergence";
import { readHistory, type Reading } from "./history/reading";
import { Recorder } from "./history/recorder";
import { Nemesis } from "./nemesis/nemesis";
import { Prober } from "./nemesis/probe";
import type { FaultName } from "./nemesis/faults";
import { type Crew, gatherCrew } from "./people/crew";
import { finalState } from "./people/final-state";
import { Random } from "./random";
import { World, type WorldOptions } from "./world/world";

export type Plan = WorldOptions & {
  seed: number;
  seconds: number;
  /** The limits of time are so many times as long. */
  slack: number;
  faults: FaultName[];
};

export type Ran = { plan: Plan; folder: string; reading: Reading; tookSeconds: number; discard(): Promise<void> };

/** One run: a fresh installation, everybody at work, one fault after the other; then the peace in which all must agree. */
export async function runOnce(plan: Plan): Promise<Ran> {
  const began = Date.now();
  const folder = await temporaryFolder();
  mkdirSync(path.join(folder, "files"));
  const recorder = new Recorder(path.join(folder, "history.jsonl"));
  const random = new Random(plan.seed);
  const world = await World.start(folder, plan, recorder);
  let crew: Crew | undefined;
  // Asked to stop in the middle, it leaves no process behind.
  const stop = () => void world.stop().then(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    crew = await gatherCrew(world, recorder, random.fork());
    const prober = new Prober(crew, recorder, random.fork(), plan.slack);
    const end = Date.now() + plan.seconds * 1000;
    const over = () => Date.now() >= end;
    const nemesis = new Nemesis({ world, random: random.fork(), prober }, plan.faults, recorder);
    await Promise.all([nemesis.run(over), ...crew.busy.map((one) => one.run(over))]);
    await world.ready();
    await prober.probe(["in the end"]);
    await conclude(crew, recorder, plan.slack);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    crew?.close();
    await world.stop();
    recorder.close();
  }
  return {
    plan,
    folder,
    reading: readHistory(recorder.entries),
    tookSeconds: (Date.now() - began) / 1000,
    discard: () => world.discard(),
  };
}

/** Writes down what the server has and what every device shows, once they agree or their time is over. */
async function conclude(crew: Crew, recorder: Recorder, slack: number): Promise<void> {
  const finals = await finalState(crew.owner, crew.rooms, crew.cursor);
  const heads = new Map(finals.map((final) => [final.room, final.last_seq]));
  const newest = new Map(finals.map((final) => [final.room, final.messages.at(-1)?.id ?? ""]));
  const level = () =>
    crew.sockets.every((link) => crew.rooms.every((room) => link.screen.heads.get(room) === heads.get(room))) &&
    crew.raws.every((link) => link.settled && link.had.has(newest.get(link.room) ?? ""));
  for (const end = Date.now() + convergenceLimit * slack; !level() && Date.now() < end;) await wait(50);
  for (const final of finals) recorder.note(final);
  for (const link of crew.sockets) {
    for (const room of crew.rooms) {
      const head = link.screen.heads.get(room) ?? 0;
      recorder.note({ e: "view", who: link.who, by: "socket", room, head, messages: link.screen.messages(room) });
    }
  }
  for (const { who, room, messages } of crew.raws)
    recorder.note({ e: "view", who, by: "raw", room, head: null, messages });
}

import { setTimeout as wait } from "node:timers/promises";
import type { Recorder } from "../history/recorder";
import { type FaultName, faults, type Stage } from "./faults";

/** Breaks one thing after the other, sometimes two at once, and probes after each whether all is well again. */
export class Nemesis {
  #deck: FaultName[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly names: FaultName[],
    private readonly recorder: Recorder,
  ) {}

  async run(over: () => boolean): Promise<void> {
    const { random, world, prober } = this.stage;
    while (!over() && this.names.length > 0) {
      await wait(random.between(700, 2000));
      const chosen = [this.#draw()];
      if (random.chance(0.25)) {
        const other = this.#drawBeside(chosen[0] as FaultName);
        if (other) chosen.push(other);
      }
      this.recorder.note({ e: "fault", names: chosen, phase: "inject" });
      await Promise.all(chosen.map((name) => faults[name].run(this.stage)));
      await world.ready();
      const healed = this.recorder.note({ e: "fault", names: chosen, phase: "healed" });
      await prober.probe(chosen, healed.at);
    }
  }

  /** Every fault comes up once before any comes again. */
  #draw(): FaultName {
    if (this.#deck.length === 0) this.#deck = this.stage.random.shuffled(this.names);
    return this.#deck.shift() as FaultName;
  }

  /** Another one, of another part; probes that are sent meanwhile need everything else whole. */
  #drawBeside(first: FaultName): FaultName | undefined {
    const alone: FaultName[] = ["last-words", "redis-kill", "redis-hang"];
    if (alone.includes(first)) return undefined;
    const index = this.#deck.findIndex((name) => faults[name].part !== faults[first].part && !alone.includes(name));
    return index < 0 ? undefined : this.#deck.splice(index, 1)[0];
  }
}

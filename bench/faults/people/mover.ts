import { setTimeout as wait } from "node:timers/promises";
import type { Recorder } from "../history/recorder";
import type { Random } from "../random";
import type { RawLink } from "./raw-link";
import type { Sender } from "./sender";

/** Takes one person out of a room and in again, by either hand, and looks whether they can still read. */
export class Mover {
  constructor(
    private readonly owner: Sender,
    private readonly person: Sender,
    private readonly raw: RawLink,
    private readonly participant: number,
    private readonly recorder: Recorder,
    private readonly random: Random,
  ) {}

  async run(over: () => boolean): Promise<void> {
    while (!over()) {
      await wait(this.random.between(1500, 3500));
      if (over()) return;
      await this.#out();
      for (let looks = this.random.between(2, 4); looks > 0; looks--) {
        await this.person.once({ do: "peek", room: this.raw.room });
        await wait(this.random.between(300, 900));
      }
      await this.#in();
    }
  }

  async #out(): Promise<void> {
    const { room } = this.raw;
    const user = this.person.person.id;
    // A phone goes on trying until it is told that it may not.
    const left = this.random.chance(0.4)
      ? await this.person.surely({ do: "leave", room, user }, 60)
      : await this.owner.surely({ do: "remove", room, user, participant: this.participant }, 60);
    // The refusal of a second try says as well that the person is out.
    const out = left.outcome === "ok" || (left.outcome === "fail" && /not_participant|not_found/.test(left.code));
    if (out) this.recorder.note({ e: "member", room, user, state: "out" });
    this.raw.want(false);
  }

  async #in(): Promise<void> {
    const { room } = this.raw;
    const user = this.person.person.id;
    this.recorder.note({ e: "member", room, user, state: "entering" });
    await this.owner.surely({ do: "add", room, user }, 60);
    this.raw.want(true);
  }
}

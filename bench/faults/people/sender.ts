import { setTimeout as wait } from "node:timers/promises";
import type { Action, Transport } from "../history/entry";
import type { Recorder } from "../history/recorder";
import type { Random } from "../random";
import { type Attempted, attempt } from "./attempt";
import type { Person } from "./person";
import type { RawLink } from "./raw-link";
import type { SocketLink } from "./socket-link";

const transportsOf: Partial<Record<Action["do"], Transport[]>> = {
  send: ["rest", "socket", "raw"],
  edit: ["rest", "socket"],
  delete: ["rest", "socket"],
  react: ["rest", "socket"],
  read: ["rest", "socket", "raw"],
};

/** One person's hands: does a thing over any of their transports, and again while its outcome is unknown. */
export class Sender {
  constructor(
    readonly person: Person,
    private readonly socket: SocketLink | null,
    private readonly raws: RawLink[],
    private readonly recorder: Recorder,
    private readonly random: Random,
  ) {}

  /** One try. */
  once(action: Action): Promise<Attempted> {
    // Some clients are impatient: what they gave up on may still be done.
    const patience = this.random.pick([1000, 2500, 6000]);
    const by = this.random.pick(this.#ways(action));
    return attempt(this.recorder, this.person.id, by, action, () => {
      if (by === "socket" && this.socket) return this.socket.perform(action, patience);
      const raw = by === "raw" ? this.#raw(action) : undefined;
      return raw ? raw.perform(action, patience) : this.person.rest.perform(action, this.person.id, patience);
    });
  }

  /** Until it is known, as the outbox of a client does; at most `tries` times. */
  async surely(action: Action, tries = 12): Promise<Attempted> {
    let last = await this.once(action);
    for (let more = tries - 1; more > 0 && last.outcome === "unknown"; more--) {
      await wait(this.random.between(100, 500));
      last = await this.once(action);
    }
    return last;
  }

  #raw(action: Action): RawLink | undefined {
    if (action.do !== "send" && action.do !== "read") return undefined;
    return this.raws.find((raw) => raw.connected && raw.room === action.room);
  }

  /** A send that carries no `client_id` can only go by REST. */
  #ways(action: Action): Transport[] {
    const ways = action.do === "send" && action.client_id === null ? undefined : transportsOf[action.do];
    return (ways ?? ["rest"]).filter((way) => {
      if (way === "rest") return true;
      return way === "socket" ? this.socket?.connected : this.#raw(action);
    });
  }
}

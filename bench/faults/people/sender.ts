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

const mostRequests = 3;

/** One person's hands: does a thing over any of their transports, and again while its outcome is unknown. */
export class Sender {
  #requests = 0;

  constructor(
    readonly person: Person,
    private readonly socket: SocketLink | null,
    private readonly raws: RawLink[],
    private readonly recorder: Recorder,
    private readonly random: Random,
  ) {}

  /** One try. */
  async once(action: Action): Promise<Attempted> {
    // Some clients are impatient: what they gave up on may still be done.
    const patience = this.random.pick([2000, 4000, 6000]);
    const by = await this.#free(action);
    if (by === "rest") this.#requests++;
    return attempt(this.recorder, this.person.id, by, action, () => {
      if (by === "socket" && this.socket) return this.socket.perform(action, patience);
      const raw = by === "raw" ? this.#raw(action) : undefined;
      return raw ? raw.perform(action, patience) : this.person.rest.perform(action, this.person.id, patience);
    }).finally(() => {
      if (by === "rest") this.#requests--;
    });
  }

  /** Until it is known, as the outbox of a client does; at most `tries` times. */
  async surely(action: Action, tries = 12): Promise<Attempted> {
    let last = await this.once(action);
    for (let tried = 1; tried < tries && last.outcome === "unknown"; tried++) {
      // Longer and longer: hundreds who knock at once would keep a server that starts from starting.
      await wait(Math.min(2000, 150 * 2 ** tried) * (0.5 + this.random.next() / 2));
      last = await this.once(action);
    }
    return last;
  }

  #raw(action: Action): RawLink | undefined {
    if (action.do !== "send" && action.do !== "read") return undefined;
    return this.raws.find((raw) => raw.connected && raw.room === action.room);
  }

  /** A phone makes few requests at once; what has to wait may find a connection open meanwhile. */
  async #free(action: Action): Promise<Transport> {
    for (;;) {
      const by = this.#way(action);
      if (by !== "rest" || this.#requests < mostRequests) return by;
      await wait(50);
    }
  }

  /** Mostly over an open connection. A send that carries no `client_id` can only go by REST. */
  #way(action: Action): Transport {
    const ways = action.do === "send" && action.client_id === null ? undefined : transportsOf[action.do];
    const open = (ways ?? []).filter((way) => {
      if (way === "rest") return false;
      return way === "socket" ? this.socket?.connected : this.#raw(action);
    });
    return open.length > 0 && this.random.chance(0.85) ? this.random.pick(open) : "rest";
  }
}

import { setTimeout as wait } from "node:timers/promises";
import type { Recorder } from "../history/recorder";
import type { Crew } from "../people/crew";
import { attempt } from "../people/attempt";
import { Rest } from "../people/rest";
import { convergenceLimit } from "../check/convergence";
import type { Random } from "../random";
import { stretch } from "./stretch";

/** Beyond the promise, so that the report can say how late it was. */
const beyond = 2500;

/** Sends a message into the quiet room and sees when every device has it. */
export class Prober {
  constructor(
    private readonly crew: Crew,
    private readonly recorder: Recorder,
    private readonly random: Random,
    private readonly slack: number,
  ) {}

  /** `since` is the end of the fault; before the acknowledgement nobody can have it. */
  async probe(names: string[], since = Date.now()): Promise<void> {
    const id = await this.send();
    await this.follow(names, id, since);
  }

  /** The acknowledged message's id; tries until it is acknowledged. `url` goes past the balancer. */
  async send(url?: string): Promise<string> {
    const { owner, quiet: room } = this.crew;
    const token = this.random.uuid();
    const rest = url === undefined ? owner.rest : new Rest(url, owner.token);
    const action = { do: "send", room, token, client_id: token, content: `${token} probe` } as const;
    for (;;) {
      const given = await attempt(this.recorder, owner.id, "rest", action, () => rest.perform(action, owner.id, 3000));
      if (given.outcome === "ok") return given.result.id ?? "";
      if (given.outcome === "fail") throw new Error(`A probe was refused: ${given.code}`);
      await wait(50);
    }
  }

  async follow(names: string[], id: string, since: number): Promise<void> {
    const acknowledged = Date.now();
    const from = Math.max(since, acknowledged);
    const devices = [
      ...this.crew.sockets.map((link) => ({ name: `socket ${link.who}`, had: link.had })),
      ...this.crew.raws
        .filter((link) => link.room === this.crew.quiet)
        .map((link) => ({ name: `raw ${link.who}`, had: link.had })),
    ];
    const last = () => from + convergenceLimit * stretch() * this.slack + beyond;
    while (Date.now() < last() && !devices.every(({ had }) => had.has(id))) await wait(20);
    const heardAfter = Object.fromEntries(
      devices.map(({ name, had }) => {
        const at = had.get(id);
        return [name, at === undefined ? null : Math.max(0, at - from)];
      }),
    );
    const acknowledgedAfter = Math.max(0, acknowledged - since);
    this.recorder.note({ e: "probe", names, id, since: from, acknowledgedAfter, stretch: stretch(), heardAfter });
  }
}

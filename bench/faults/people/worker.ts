import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random";
import type { Sender } from "./sender";

type Known = { id: string; room: string; seq: number };

const emoji = ["👍", "🎉", "🙏"] as const;
/** So many of their messages somebody remembers, and so many of their sends are under way together. */
const most = 40;
const mostInBulk = 100;
/** A burst that takes longer (ms) is more than the server does beside everything else: a busy one is tested, not a drowned one. */
const swift = 500;

/** The newest acknowledged messages of all workers: what one may react to. */
export type Recent = Known[];

/** Somebody busy: sends, often many at once, edits, deletes, reacts, reads, looks. */
export class Worker {
  readonly #own: Known[] = [];
  #atOnce = 4;
  readonly #acted = new Set<string>();

  constructor(
    private readonly sender: Sender,
    private readonly rooms: string[],
    private readonly recent: Recent,
    private readonly random: Random,
    /** Only sends, a great deal at once. */
    private readonly bulk = false,
  ) {}

  async run(over: () => boolean): Promise<void> {
    while (!over()) {
      await wait(this.random.between(50, 200));
      await (this.bulk ? this.#burst() : this.#something());
    }
  }

  async #something(): Promise<unknown> {
    const dice = this.random.next();
    if (dice < 0.64) return this.#burst();
    if (dice < 0.72) return this.#edit();
    if (dice < 0.75) return this.#delete();
    if (dice < 0.85) return this.#react();
    if (dice < 0.93) return this.#look();
    if (dice < 0.98) return this.#read();
    return this.sender.once({ do: "watermark", room: this.random.pick(this.rooms) });
  }

  /** As much at once as the server takes swiftly: one that is slow gets less. */
  async #burst(): Promise<void> {
    const began = Date.now();
    await Promise.all(
      Array.from({ length: this.bulk ? this.#atOnce : this.random.between(1, this.#atOnce) }, () => this.#send()),
    );
    const slow = Date.now() - began > swift;
    this.#atOnce = slow ? Math.ceil(this.#atOnce / 2) : Math.min(this.bulk ? mostInBulk : most, this.#atOnce * 2);
  }

  async #send(): Promise<void> {
    const room = this.random.pick(this.rooms);
    const token = this.random.uuid();
    const anonymous = this.random.chance(0.04);
    const action = { do: "send", room, token, client_id: anonymous ? null : token, content: `${token} said` } as const;
    if (anonymous) return void (await this.sender.once(action));
    const twice = this.random.chance(0.05) ? [this.sender.surely(action)] : [];
    for (const given of await Promise.all([this.sender.surely(action), ...twice])) {
      if (given.outcome !== "ok") continue;
      const known = { id: given.result.id ?? "", room, seq: given.result.seq ?? 0 };
      remember(this.#own, known);
      remember(this.recent, known);
      return;
    }
  }

  /** One thing at a time to one message: what ended last is then known. */
  async #edit(): Promise<void> {
    const message = this.#mine();
    if (message)
      await this.sender.surely({ do: "edit", id: message.id, content: `edited ${this.random.uuid().slice(0, 8)}` }, 5);
  }

  async #delete(): Promise<void> {
    const message = this.#mine();
    if (!message) return;
    this.#own.splice(this.#own.indexOf(message), 1);
    await this.sender.surely({ do: "delete", id: message.id }, 5);
  }

  #mine(): Known | undefined {
    return this.#own.length > 0 ? this.random.pick(this.#own) : undefined;
  }

  async #react(): Promise<void> {
    const there = this.recent.filter(({ room }) => this.rooms.includes(room));
    if (there.length === 0) return;
    // Many react to what was said last.
    const { id } = this.random.pick(this.random.chance(0.6) ? there.slice(-3) : there);
    const chosen = this.random.pick(emoji);
    const on = !this.#acted.delete(id + chosen);
    if (on) this.#acted.add(id + chosen);
    await this.sender.surely({ do: "react", id, emoji: chosen, on }, 5);
  }

  async #look(): Promise<void> {
    const message = this.#mine();
    if (message) await this.sender.once({ do: "look", id: message.id });
  }

  async #read(): Promise<void> {
    const there = this.recent.filter(({ room }) => this.rooms.includes(room));
    if (there.length === 0) return;
    const { room, seq, id } = this.random.pick(there);
    const told = await this.sender.once({ do: "read", room, seq, id });
    const older = there.find((one) => one.room === room && one.seq < seq);
    if (told.outcome !== "ok" || !older) return;
    // Another device of theirs is behind: what it says must not take the mark back.
    await this.sender.once({ do: "read", room, seq: older.seq, id: older.id });
    await this.sender.once({ do: "watermark", room });
  }
}

function remember(list: Known[], known: Known): void {
  list.push(known);
  if (list.length > most) list.shift();
}

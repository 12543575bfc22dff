import type { Socket } from "node:net";

/** One direction of a connection through the proxy: passes on what arrives, at once, later, or when it is let go. */
export class Flow {
  #held = false;
  #kept: Buffer[] = [];
  #underWay = 0;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly delay: () => number,
  ) {
    from.on("data", (chunk: Buffer) => this.#take(chunk));
    from.on("end", () => to.end());
    to.on("drain", () => {
      if (!this.#held) from.resume();
    });
  }

  hold(): void {
    this.#held = true;
    this.from.pause();
  }

  release(): void {
    this.#held = false;
    const kept = this.#kept;
    this.#kept = [];
    for (const chunk of kept) this.#write(chunk);
    this.from.resume();
  }

  #take(chunk: Buffer): void {
    const delay = this.delay();
    // What comes after something that is still under way must not overtake it.
    if (delay === 0 && this.#underWay === 0) return this.#write(chunk);
    this.#underWay++;
    setTimeout(
      () => {
        this.#underWay--;
        this.#write(chunk);
      },
      Math.max(delay, 1),
    );
  }

  #write(chunk: Buffer): void {
    if (this.#held) this.#kept.push(chunk);
    else if (!this.to.destroyed && !this.to.write(chunk)) this.from.pause();
  }
}

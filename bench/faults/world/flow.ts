import type { Socket } from "node:net";

type Chunk = { bytes: Buffer; due: number };

/** One direction of a connection through the proxy: passes on what arrives, in its order; at once, later, or once it is let go. */
export class Flow {
  #held = false;
  #kept: Chunk[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly delay: () => number,
  ) {
    from.on("data", (bytes: Buffer) => {
      this.#kept.push({ bytes, due: Date.now() + this.delay() });
      this.#pass();
    });
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
    this.#pass();
    this.from.resume();
  }

  #pass(): void {
    clearTimeout(this.#timer);
    while (!this.#held) {
      const [first] = this.#kept;
      if (!first) return;
      const wait = first.due - Date.now();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#pass(), wait);
        return;
      }
      this.#kept.shift();
      if (!this.to.destroyed && !this.to.write(first.bytes)) this.from.pause();
    }
  }
}

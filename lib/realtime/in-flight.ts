/** Counts what is being done for a connection, so that it is not ended in the middle of it. */
export class InFlight {
  #count = 0;
  #idle: (() => void) | undefined;

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
      if (this.#count === 0) this.#idle?.();
    }
  }

  /** Resolves when nothing is being done. */
  async idle(): Promise<void> {
    if (this.#count > 0) await new Promise<void>((resolve) => (this.#idle = resolve));
  }
}

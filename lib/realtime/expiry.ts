/** Node's timers hold no more than this; a token that lives longer is looked at again then. */
const longest = 2_000_000_000;

/** Calls back when a token has run out. `at` may move, when a fresh token is handed over. */
export class Expiry {
  #timer: NodeJS.Timeout | undefined;
  #at = Number.POSITIVE_INFINITY;

  constructor(private readonly ended: () => void) {}

  get over(): boolean {
    return Date.now() >= this.#at;
  }

  /** Milliseconds since 1970, or undefined for a session without a token. */
  set(at: number | undefined): void {
    this.clear();
    this.#at = at ?? Number.POSITIVE_INFINITY;
    if (at === undefined) return;
    this.#timer = setTimeout(
      () => (this.over ? this.ended() : this.set(at)),
      Math.min(longest, Math.max(0, at - Date.now())),
    );
    this.#timer.unref();
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

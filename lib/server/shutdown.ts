import { log } from "@/lib/log/log";

const wholeTime = 9_500;

/** The steps that undo what was started, newest first. */
export class Shutdown {
  readonly #steps: [name: string, step: () => unknown][] = [];
  #stopping = false;

  /** Adds what stops the part that was just started. */
  push(name: string, step: () => unknown): void {
    this.#steps.unshift([name, step]);
  }

  /** Asked to end (Ctrl-C, SIGTERM), also in the middle of the start: everything stops, and the process exits with 0. */
  onSignals(): void {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        log.info({ signal }, "stopping");
        void this.exit(0);
      });
    }
  }

  /** Runs every step, a failing one not stopping the rest. What hangs is left behind: the database survives that. */
  async exit(code: number): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    setTimeout(() => {
      log.error("stopping took too long");
      process.exit(1);
    }, wholeTime).unref();
    for (const [name, step] of this.#steps) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error, step: name }, "could not stop cleanly");
      }
    }
    process.exit(code);
  }
}

/** A mistake in one request must not end everybody's chat: it is logged, and the process lives. */
export function surviveRejections(): void {
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "unhandled rejection"));
}

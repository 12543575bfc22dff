import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log/log";

const wholeTime = 9_500;

/** The steps that undo what was started, newest first. */
export class Shutdown {
  readonly #steps: { name: string; step: () => unknown; limit: number }[] = [];
  #stopping = false;

  /** Adds what stops the part that was just started; it is left behind when it takes longer than `limit` ms. */
  push(name: string, limit: number, step: () => unknown): void {
    this.#steps.unshift({ name, step, limit });
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

  /** Runs every step, one that fails or hangs not stopping the rest: the database comes last and must be reached. */
  async exit(code: number): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    setTimeout(() => {
      log.error("stopping took too long");
      process.exit(1);
    }, wholeTime).unref();
    for (const { name, step, limit } of this.#steps) {
      try {
        const hung = wait(limit, "hung", { ref: false });
        if ((await Promise.race([step(), hung])) === "hung") log.warn({ step: name }, "left behind: it took too long");
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
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "uncaught exception");
    process.exit(1);
  });
}

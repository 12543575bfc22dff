import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

export type NodeSettings = {
  number: number;
  port: number;
  command: string[];
  env: Record<string, string>;
  /** What the process says. */
  log: string;
  /** It ended though nobody asked it to. */
  onEnd: (how: string) => void;
};

/** One process of the product, known by its command and its address. */
export class ServerNode {
  #child: ChildProcess | undefined;
  #ready = false;

  constructor(readonly settings: NodeSettings) {}

  get url(): string {
    return `http://127.0.0.1:${this.settings.port}`;
  }

  /** Starts it, again and again if need be (its database may be away), and waits until it says that it is ready. */
  async start(): Promise<void> {
    const end = Date.now() + 180_000;
    while (Date.now() < end) {
      const child = this.#spawn();
      while (child.exitCode === null && child.signalCode === null) {
        if (await this.answers()) {
          this.#ready = true;
          return;
        }
        if (Date.now() > end) break;
        await wait(50);
      }
      await wait(200);
    }
    throw new Error(`Server process ${this.settings.number} did not get ready; see ${this.settings.log}.`);
  }

  async answers(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3000) }).catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    return answer?.ok ?? false;
  }

  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** Asks it to stop; what takes longer than its promise of ten seconds is killed. */
  async terminate(): Promise<boolean> {
    const gone = this.#end("SIGTERM");
    const inTime = await Promise.race([gone.then(() => true), wait(12_000, false)]);
    if (!inTime) await this.kill();
    return inTime;
  }

  hang(): void {
    this.#child?.kill("SIGSTOP");
  }

  wake(): void {
    this.#child?.kill("SIGCONT");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    this.#ready = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  #spawn(): ChildProcess {
    const { command, env, port, log, onEnd } = this.settings;
    const [program = process.execPath, ...args] = command;
    const output = openSync(log, "a");
    const child = spawn(program, args, {
      stdio: ["ignore", output, output],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, NODE_ENV: "production", PORT: String(port) },
    });
    closeSync(output);
    child.once("exit", (code, signal) => {
      if (!this.#ready || this.#child !== child) return;
      this.#ready = false;
      onEnd(signal ?? `code ${code ?? "?"}`);
      // As whoever watches over it would. A start that fails shows in all that follows.
      void this.start().catch(() => undefined);
    });
    this.#child = child;
    return child;
  }
}

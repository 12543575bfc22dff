import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

export type LoadRequest =
  | { do: "connect"; url: string; tokens: string[] }
  | { do: "send"; senders: number; rooms: string[]; ms: number }
  | { do: "living" }
  | { do: "close" };

export type LoadAnswer = { count: number; perSecond?: number; p50?: number; deliveredPerSecond?: number };

/** People in a process of their own, so that what they cost is not in the process that is measured. */
export class LoadProcess {
  readonly #child: ChildProcess = fork(path.resolve("bench/load-main.ts"), { execArgv: ["--import", "tsx"] });

  async ask(request: LoadRequest): Promise<Required<LoadAnswer>> {
    this.#child.send(request);
    const [answer] = (await once(this.#child, "message")) as [LoadAnswer & { error?: string }];
    if (answer.error !== undefined) throw new Error(answer.error);
    return { perSecond: 0, p50: 0, deliveredPerSecond: 0, ...answer };
  }

  async end(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await ended;
  }
}

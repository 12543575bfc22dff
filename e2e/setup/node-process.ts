import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { collectedOutput, collecting } from "./collected";

export interface NodeProcess {
  url: string;
  pid: number;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Asks it to end, as an operator does; gives its exit code. */
  end(): Promise<number | null>;
  readonly alive: boolean;
}

/** Another process of the product, without pages, on the same database and Redis (if any). */
export async function startNode(
  databaseUrl: string,
  redisUrl?: string,
  env: Record<string, string> = {},
): Promise<NodeProcess> {
  const child = fork(path.resolve("e2e/setup/node-main.ts"), {
    execArgv: ["--import", "tsx"],
    stdio: ["inherit", collectedOutput("node"), "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl ?? "",
      AUTH_SECRET: "the same secret on every node of the test",
      RATE_LIMITS: "off",
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? (collecting ? "debug" : "silent"),
      ...env,
    },
  });
  const ended = once(child, "exit");
  const [message] = (await Promise.race([
    once(child, "message"),
    ended.then(([code]) => Promise.reject(new Error(`The node ended with ${String(code)}.`))),
  ])) as [{ url: string }];
  return {
    url: message.url,
    pid: child.pid ?? 0,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async end() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

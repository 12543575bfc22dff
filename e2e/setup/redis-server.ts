import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "redis";

export interface RedisServer {
  url: string;
  pid: number;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** A Redis of the test's own on a free port, nothing kept. Installs one where it can (`apt-get` as root). */
export async function startRedis(): Promise<RedisServer> {
  ensureInstalled();
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", args, { stdio: "ignore" });
  const ended = once(child, "exit");
  const url = `redis://127.0.0.1:${port}`;
  await answers(child, url);
  return {
    url,
    pid: child.pid ?? 0,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Ready when the process that answers is the one that was started. */
async function answers(child: ChildProcess, url: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) break;
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const info = await client.info("server");
      client.destroy();
      if (info.includes(`process_id:${child.pid}`)) return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Error("redis-server did not start.");
}

function ensureInstalled(): void {
  const there = () => spawnSync("redis-server", ["--version"], { stdio: "ignore" }).status === 0;
  if (there()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "redis-server"], { stdio: "ignore" });
    if (there()) return;
  }
  throw new Error("No redis-server: install one (Debian: apt-get install redis-server).");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

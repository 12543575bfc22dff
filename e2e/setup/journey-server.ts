import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { collectedLog, collecting } from "@/e2e/setup/collected";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";

/**
 * Once a run of the journeys: the product as people get it (production build, demo workspace), a server with a folder of
 * its own for each worker.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const first = Number(process.env.JOURNEY_PORT);
  const stops: (() => Promise<string>)[] = [];
  // One after the other: the first one makes the build that the others find.
  try {
    for (let n = 0; n < Number(process.env.JOURNEY_SERVERS); n++) stops.push(await startServer(first + n));
  } catch (error) {
    await Promise.all(stops.map((stop) => stop()));
    throw error;
  }
  return async () => {
    const outputs = await Promise.all(stops.map((stop) => stop()));
    const complaints = outputs.join("").match(/^.*"level":"(error|fatal)".*$/gm);
    if (complaints) throw new Error(`The server logged errors:\n${complaints.join("\n")}`);
  };
}

/** Returns what stops it, which tells what it had to say. */
async function startServer(port: number): Promise<() => Promise<string>> {
  const folder = await temporaryFolder();
  const { DATABASE_URL: _database, REDIS_URL: _redis, AUTH_SECRET: _secret, ...inherited } = process.env;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: `http://localhost:${port}`,
      DATA_DIR: path.join(folder, "data"),
      SEED: "demo",
      RATE_LIMITS: "off",
      // The suite's push service listens on this machine.
      PUSH_PRIVATE: "allow",
      // One address of this machine stands for the web, from which previews of links are made.
      LINK_PREVIEW_NETWORKS: "127.0.0.77",
      LOG_LEVEL: collecting ? "debug" : "warn",
    },
  });
  let output = "";
  server.stdout.on("data", (text: Buffer) => (output += text.toString()));
  const ended = once(server, "exit");
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok;
  for (const end = Date.now() + 300_000; !(await ready()); await wait(100)) {
    if (server.exitCode === null && Date.now() < end) continue;
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
    throw new Error(`The server did not get ready.\n${output}`);
  }
  return async () => {
    server.kill("SIGTERM");
    const [code] = (await ended) as [number | null];
    const file = collectedLog("journeys");
    if (file) await writeFile(file, output);
    await rm(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The server did not stop cleanly (${code}).\n${output}`);
    return output;
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Once a run of the journeys: the product as people get it (production build, demo workspace) on a folder of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const port = process.env.JOURNEY_PORT ?? "";
  const folder = await mkdtemp(path.join(tmpdir(), "aristay-journey-"));
  const { DATABASE_URL: _database, REDIS_URL: _redis, AUTH_SECRET: _secret, ...inherited } = process.env;
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: port,
      HOST: "127.0.0.1",
      APP_URL: `http://localhost:${port}`,
      DATA_DIR: path.join(folder, "data"),
      SEED: "demo",
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
    },
  });
  let output = "";
  server.stdout.on("data", (text: Buffer) => (output += text.toString()));
  const ended = once(server, "exit");
  for (const end = Date.now() + 300_000; ; await wait(100)) {
    if (server.exitCode !== null) throw new Error(`The server ended at its start.\n${output}`);
    if (Date.now() > end) throw new Error(`The server did not get ready.\n${output}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) break;
  }
  return async () => {
    server.kill("SIGTERM");
    const [code] = (await ended) as [number | null];
    await rm(folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The server did not stop cleanly (${code}).\n${output}`);
    const complaints = output.split("\n").filter((line) => /"level":"(error|fatal)"/.test(line));
    if (complaints.length > 0) throw new Error(`The server logged errors:\n${complaints.join("\n")}`);
  };
}

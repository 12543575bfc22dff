import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync } from "node:fs";
import { statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { RunAs } from "@/db/embedded/run-as";

export interface Postmaster {
  pid: number;
  port: number;
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "on",
  synchronous_commit: "on",
  shared_buffers: "128MB",
  max_connections: "100",
  wal_compression: "on",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // The server's log must not hold what people wrote: neither failing statements nor the values in their details.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** A lock that is empty for so long (ms) was left by a machine that lost its power. */
const longestEmpty = 10_000;

/** The server that runs on this folder and accepts connections, or null. Clears the marks of one that is gone. */
export function livePostmaster(folder: string): Postmaster | "busy" | null {
  const file = path.join(folder, "postmaster.pid");
  let lines: string[];
  let age: number;
  try {
    lines = readFileSync(file, "utf8").split("\n");
    age = Math.abs(Date.now() - statSync(file).mtimeMs);
  } catch {
    return null;
  }
  // A server makes its lock before it writes into it. Without its lock it would end itself, and a second one could start.
  if (lines[0] === "" && age < longestEmpty) return "busy";
  const pid = Number(lines[0]);
  if (!isPostmaster(pid, folder)) {
    // After a restart of a machine or container the number may belong to somebody else; PostgreSQL would refuse to start.
    rmSync(file, { force: true });
    return null;
  }
  return lines[7]?.trim() === "ready" ? { pid, port: Number(lines[3]) } : "busy";
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isPostmaster(pid: number, folder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

/** Starts a server on the folder and waits until it accepts connections; null when another start was quicker. */
export async function launch(program: string, folder: string, log: string, user: RunAs): Promise<Postmaster | null> {
  // The port of its last start: whoever still has that address finds it again.
  const port = await freePort(lastPort(folder)).catch(() => freePort(0));
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, "a", 0o600);
  const before = statSync(log).size;
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const child = spawn(program, ["-D", folder, ...options], {
    // Its own session: Ctrl-C must reach the app first, which finishes its work and then stops the database.
    detached: true,
    stdio: ["ignore", output, output],
    cwd: folder,
    env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", SystemRoot: process.env.SystemRoot },
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  closeSync(output);
  let failure: string | undefined;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code, signal) => (failure ??= `PostgreSQL ended at its start (${code ?? signal})`));
  child.unref();
  // Crash recovery of a large database takes its time; a start that hangs for good is caught by whoever watches us.
  for (let waited = 0; waited < 120_000; waited += 20) {
    if (failure !== undefined) {
      const said = readFileSync(log).subarray(before).toString("utf8");
      if (/lock file .* (already exists|is empty)|Address already in use|is still in use/.test(said)) return null;
      throw new Error(`${failure}: ${said.match(/FATAL: +(.*)/)?.[1] ?? "no reason given"}; see ${log}`);
    }
    const live = livePostmaster(folder);
    if (live !== null && live !== "busy" && live.pid === child.pid) return live;
    await wait(20);
  }
  throw new Error(`PostgreSQL did not get ready in two minutes; see ${log}`);
}

/** Ends the server: open transactions are rolled back, the rest is written down. Harder if it takes too long. */
export async function halt({ pid }: Postmaster, folder: string, pgCtl: string): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(pgCtl, ["stop", "-D", folder, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  for (const [signal, patience] of [["SIGINT", 3000] as const, ["SIGQUIT", 2000] as const]) {
    if (!isPostmaster(pid, folder)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < patience; waited += 10) {
      if (!isPostmaster(pid, folder)) return;
      await wait(10);
    }
  }
}

/** PostgreSQL notes how it was started last. */
function lastPort(folder: string): number {
  try {
    return Number(/port=(\d+)/.exec(readFileSync(path.join(folder, "postmaster.opts"), "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The port, if it is free; any free one for 0. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

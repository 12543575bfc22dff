import { spawnSync } from "node:child_process";

/** Sends a signal to a process and to all that it started. A kill reaches the parent first, so that it starts nothing new. */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, signal);
    } catch {
      // It has ended in the meantime.
    }
  }
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const direct = rows.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
  return [...direct, ...direct.flatMap(childrenOf)];
}

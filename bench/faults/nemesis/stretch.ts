import { cpus, loadavg } from "node:os";

/** The suite alone keeps about so many programs a core busy. */
const own = 2;

/** Where others work on the same machine, everything takes longer by the number of those who wait for each core. */
export function stretch(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / (own * cpus().length));
}

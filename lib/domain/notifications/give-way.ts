import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

/** Shorter stretches (ms) do not tell how busy the process is, since the work itself fills some of them. */
const stretch = 250;
/** Nobody works without any rest (ms). */
const shortest = 10;

/** So many times as long as the database took: it has four fifths of its time for others. */
const share = 4;

type How = {
  /** How long (ms) the database took for the piece before. */
  took: number;
  /** The longest rest (ms): what nobody waits for goes on too, however much is talked. */
  longest?: number;
  /** Ends the rest, since the process is to end. */
  signal?: AbortSignal | undefined;
};

let since = performance.eventLoopUtilization();
let began = performance.now();
let busy = 0;

/**
 * A rest between two pieces of work that nobody waits for: the busier the process is and the slower the database
 * answers, the longer. While nobody talks it is short.
 */
export async function giveWay({ took, longest = 1000, signal }: How): Promise<void> {
  if (signal?.aborted) return;
  const now = performance.now();
  if (now - began > stretch) {
    busy = performance.eventLoopUtilization(since).utilization;
    since = performance.eventLoopUtilization();
    began = now;
  }
  const rest = Math.min(longest, Math.max(longest * busy ** 2, share * took));
  await wait(shortest + rest, undefined, { signal }).catch(() => undefined);
}

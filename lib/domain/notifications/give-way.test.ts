import { performance } from "node:perf_hooks";
import { beforeEach, expect, it, vi } from "vitest";

const rests: number[] = [];
vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => {
    rests.push(ms);
    return Promise.resolve();
  },
}));
beforeEach(() => {
  rests.splice(0);
  vi.resetModules();
});

/** How long it rests while the process is busy for this part of the time. */
async function restAt(
  utilization: number,
  how: { took?: number; longest?: number; signal?: AbortSignal } = {},
): Promise<number[]> {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 300));
  vi.spyOn(performance, "eventLoopUtilization").mockReturnValue({ utilization, idle: 0, active: 0 });
  const { giveWay } = await import("./give-way");
  await giveWay({ took: 0, ...how });
  return rests;
}

it.each([
  ["hardly, while nobody talks", 0, undefined, 10],
  ["a little, while few do", 0.5, undefined, 260],
  ["long, while many do, and goes on all the same", 1, undefined, 1010],
  ["for a multiple of what the database took", 0.5, { took: 100 }, 410],
  ["no longer, however slow that is", 0.5, { took: 5000 }, 1010],
  ["no longer than it may", 1, { longest: 100 }, 110],
])("rests %s", async (_, utilization, how, ms) => {
  expect(await restAt(utilization, how)).toEqual([ms]);
});

it("rests no more once the process is to end", async () => {
  expect(await restAt(1, { signal: AbortSignal.abort() })).toEqual([]);
});

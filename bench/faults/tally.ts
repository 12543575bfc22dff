import type { Probe } from "./history/entry";
import { opsThat } from "./history/reading";
import { sendsOf } from "./check/sends";
import type { Verdict } from "./judge";
import type { Ran } from "./run-once";

export type FaultTally = { times: number; worst: number };

/** What one run counted. */
export type Tally = {
  seed: number;
  nodes: number;
  tookSeconds: number;
  /** Messages that were acknowledged, each once however often it was tried. */
  acknowledged: number;
  refused: number;
  /** Sends whose outcome stayed unknown. */
  unknown: number;
  /** Tries whose outcome was unknown at first. */
  unknownTries: number;
  /** The most that the machine was overloaded by others. */
  stretch: number;
  otherChanges: number;
  faults: Map<string, FaultTally>;
  violations: Map<string, number>;
};

export function tally({ plan, reading, tookSeconds }: Ran, verdicts: Verdict[]): Tally {
  const { sends } = sendsOf(reading);
  const outcome = (wanted: "ok" | "fail") =>
    sends.filter(({ tries }) =>
      wanted === "ok" ? tries.some((t) => t.outcome === "ok") : tries.every((t) => t.outcome === "fail"),
    ).length;
  const acknowledged = outcome("ok");
  const refused = outcome("fail");
  const faults = new Map<string, FaultTally>();
  for (const { entry } of reading.probes) {
    const name = entry.names.join(" + ");
    const known = faults.get(name) ?? { times: 0, worst: 0 };
    faults.set(name, { times: known.times + 1, worst: Math.max(known.worst, slowest(entry)) });
  }
  return {
    seed: plan.seed,
    nodes: plan.nodes,
    tookSeconds,
    acknowledged,
    refused,
    unknown: sends.length - acknowledged - refused,
    unknownTries: opsThat(reading, "send").filter((op) => op.outcome === "unknown").length,
    stretch: Math.max(1, ...reading.probes.map(({ entry }) => entry.stretch)),
    otherChanges: reading.ops.filter(
      (op) => op.outcome === "ok" && /edit|delete|react|remove|leave|add|read/.test(op.action.do),
    ).length,
    faults,
    violations: new Map(verdicts.map(({ check, violations }) => [check, violations.length])),
  };
}

/** From the end of the fault until the send was acknowledged and everybody had it. */
function slowest({ acknowledgedAfter, heardAfter }: Probe): number {
  const times = Object.values(heardAfter).map((ms) => ms ?? Infinity);
  return acknowledgedAfter + Math.max(...times);
}

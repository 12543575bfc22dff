import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { FaultTally, Tally } from "./tally";

type Kept = Omit<Tally, "faults" | "violations"> & { faults: [string, FaultTally][]; violations: [string, number][] };

/** Runs that were counted before: none where there is no such file yet. */
export function readTallies(file: string | null): Tally[] {
  if (file === null || !existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { faults, violations, ...rest } = JSON.parse(line) as Kept;
    return { ...rest, faults: new Map(faults), violations: new Map(violations) };
  });
}

export function keepTally(file: string | null, { faults, violations, ...rest }: Tally): void {
  const kept: Kept = { ...rest, faults: [...faults], violations: [...violations] };
  if (file !== null) appendFileSync(file, `${JSON.stringify(kept)}\n`);
}

import { type FaultName, faults } from "./nemesis/faults";
import type { Tally } from "./tally";

type Cell = string | number;

/** A table in Markdown, aligned for a terminal too. */
function table(head: string[], rows: Cell[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [top = [], ...body] = cells;
  return [line(top), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** Runs by number of processes: what was done, and what each check found. */
export function runsTable(tallies: Tally[]): string {
  const groups = [...new Set(tallies.map((one) => one.nodes))].map((nodes) =>
    tallies.filter((one) => one.nodes === nodes),
  );
  const checks = [...(tallies[0]?.violations.keys() ?? [])];
  const of = (pick: (one: Tally) => number) => groups.map((group) => sum(group.map(pick)));
  return table(
    ["", ...groups.map((group) => `${group[0]?.nodes ?? 0} process${group[0]?.nodes === 1 ? "" : "es"}`)],
    [
      ["runs", ...groups.map((group) => group.length)],
      ["seeds", ...groups.map((group) => `${group[0]?.seed ?? 0} to ${group.at(-1)?.seed ?? 0}`)],
      ["acknowledged messages", ...of((one) => one.acknowledged)],
      ["refused sends", ...of((one) => one.refused)],
      ["tries with an unknown outcome", ...of((one) => one.unknownTries)],
      ["sends unknown to the end", ...of((one) => one.unknown)],
      ["other acknowledged changes", ...of((one) => one.otherChanges)],
      ["faults", ...of((one) => sum([...one.faults.values()].map(({ times }) => times)))],
      ["load beyond the machine, at most", ...groups.map((g) => Math.max(...g.map((one) => one.stretch)).toFixed(1))],
      ...checks.map((check) => [`violations: ${check}`, ...of((one) => one.violations.get(check) ?? 0)]),
    ],
  );
}

/** Every kind of fault: how often, and the longest time until a send was acknowledged and heard by everybody. */
export function faultsTable(tallies: Tally[]): string {
  const kinds = new Map<string, { times: number; worst: number }>();
  for (const { faults: counted } of tallies) {
    for (const [name, { times, worst }] of counted) {
      const key = name.includes(" + ") ? "two at once" : name;
      const known = kinds.get(key) ?? { times: 0, worst: 0 };
      kinds.set(key, { times: known.times + times, worst: Math.max(known.worst, worst) });
    }
  }
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  return table(
    ["fault", "what", "times", "slowest (ms)"],
    rows.map(([name, { times, worst }]) => [name, faults[name as FaultName]?.what ?? "", times, worst]),
  );
}

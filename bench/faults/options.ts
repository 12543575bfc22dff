import { parseArgs } from "node:util";
import { type FaultName, faultNames, faults } from "./nemesis/faults";

export const usage = `npm run faults -- [options]
  --seed N        the first seed (default: by the clock)
  --seeds N       how many runs for each number of processes, each with the next seed (default 1)
  --seconds N     how long each run breaks things (default 30)
  --nodes 1,2     server processes: 1, or 2 with Redis behind a balancer (default 1,2)
  --slack N       every limit of time is N times as long (default 1): for counting on machines of any speed
  --faults a,b    only these: ${faultNames.join(", ")}
  --server CMD    the command of a server process (default: one built from the sources, without pages)
  --campaign      seeds 1 to 20 with 1 and with 2 processes; writes its table into docs/RELIABILITY.md
  --tallies FILE  keeps what each run counted, a line each; runs that stand there are not done again
  --report FILE   writes the counts of checks as JSON
  --keep          keeps the histories also of runs without a violation
  --check FILE    judges a history that was kept, and runs nothing
  --prove [NAMES] breaks the product in known ways, and demands that each is caught`;

export type Options = {
  seeds: number[];
  seconds: number;
  slack: number;
  nodes: number[];
  faults: FaultName[];
  server: string[] | null;
  campaign: boolean;
  tallies: string | null;
  report: string | null;
  keep: boolean;
  check: string | null;
  prove: boolean;
  /** Names after the options: which proofs. */
  names: string[];
};

export function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: text,
      seeds: text,
      seconds: text,
      slack: text,
      nodes: text,
      faults: text,
      server: text,
      campaign: flag,
      tallies: text,
      report: text,
      check: text,
      keep: flag,
      prove: flag,
    },
  });
  const first = number(values.seed, "--seed") ?? (values.campaign ? 1 : Date.now() % 1_000_000);
  const seeds = number(values.seeds, "--seeds") ?? (values.campaign ? 20 : 1);
  return {
    seeds: Array.from({ length: seeds }, (_, i) => first + i),
    seconds: number(values.seconds, "--seconds") ?? 30,
    slack: number(values.slack, "--slack") ?? 1,
    nodes: (values.nodes ?? "1,2").split(",").map((one) => number(one, "--nodes") ?? 1),
    faults: values.faults?.split(",").map(known) ?? faultNames,
    server: values.server?.split(" ") ?? null,
    campaign: values.campaign,
    tallies: values.tallies ?? null,
    report: values.report ?? null,
    keep: values.keep,
    check: values.check ?? null,
    prove: values.prove,
    names: positionals,
  };
}

function number(given: string | undefined, name: string): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new Error(`${name} takes a number.\n\n${usage}`);
}

function known(name: string): FaultName {
  if (name in faults) return name as FaultName;
  throw new Error(`There is no fault ${name}.\n\n${usage}`);
}

import "./quiet";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildProduct } from "./build/build-product";
import type { Entry } from "./history/entry";
import { readHistory } from "./history/reading";
import { explain, judge } from "./judge";
import { type Options, readOptions } from "./options";
import { usernames } from "./people/crew";
import { keepTally, readTallies } from "./kept-tallies";
import { prove } from "./prove/prove";
import { runOnce } from "./run-once";
import { faultsTable, runsTable } from "./table";
import { Installation } from "./world/installation";
import { tally, type Tally } from "./tally";
import { writeCampaign } from "./write-campaign";

/** Inside the project, so that the built files find its packages. */
const builds = path.resolve("node_modules/.cache/faults");

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  if (options.check !== null) return checkFile(options.check, options.slack);
  if (options.prove) return prove(options, builds);
  return suite(options);
}

async function suite(options: Options): Promise<boolean> {
  const known = readTallies(options.tallies);
  const plans = options.nodes.flatMap((nodes) => options.seeds.map((seed) => ({ nodes, seed })));
  const done = ({ nodes, seed }: Run) => known.find((one) => one.nodes === nodes && one.seed === seed);
  const fresh = await runAll(
    plans.filter((plan) => !done(plan)),
    options,
  );
  const tallies = plans.flatMap(
    (plan) => done(plan) ?? fresh.find(({ nodes, seed }) => nodes === plan.nodes && seed === plan.seed) ?? [],
  );
  console.log(`\n${runsTable(tallies)}\n\n${faultsTable(tallies)}`);
  if (options.campaign) await writeCampaign(tallies, options);
  if (options.report !== null) report(options.report, tallies);
  return tallies.every((one) => [...one.violations.values()].every((violations) => violations === 0));
}

type Run = { nodes: number; seed: number };

async function runAll(runs: Run[], { seconds, slack, faults, ...options }: Options): Promise<Tally[]> {
  if (runs.length === 0) return [];
  const product = await buildProduct(path.join(builds, "whole"), []);
  const server = options.server ?? [process.execPath, product.server];
  const installation = await Installation.make({ server, admin: [process.execPath, product.admin] }, usernames);
  const tallies: Tally[] = [];
  for (const { nodes, seed } of runs) {
    const possible = faults.filter((name) => nodes > 1 || !name.startsWith("redis"));
    const ran = await runOnce({ installation, seed, seconds, slack, nodes, faults: possible, server, prepare: null });
    const verdicts = judge(ran.reading, slack);
    const one = tally(ran, verdicts);
    tallies.push(one);
    keepTally(options.tallies, one);
    const broken = verdicts.filter(({ violations }) => violations.length > 0);
    console.log(
      `seed ${seed}, ${nodes} process${nodes > 1 ? "es" : ""}: ${one.acknowledged} acknowledged, ` +
        `${one.unknownTries} tries unknown, ${ran.reading.probes.length} probes, ${one.tookSeconds.toFixed(0)} s: ` +
        (broken.length === 0 ? "no violation" : `VIOLATED: ${broken.map(({ check }) => check).join(", ")}`),
    );
    if (broken.length > 0)
      console.log(`${explain(verdicts, ran.reading)}\n  the whole history and the server's log: ${ran.folder}`);
    else if (!options.keep) await ran.discard();
  }
  await installation.discard();
  return tallies;
}

/** Every check of every run counts as one. */
function report(file: string, tallies: Tally[]): void {
  const all = tallies.flatMap((one) => [...one.violations.values()]);
  const failed = all.filter((violations) => violations > 0).length;
  writeFileSync(file, JSON.stringify({ passed: all.length - failed, failed }));
}

function checkFile(file: string, slack: number): boolean {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const reading = readHistory(lines.map((line) => JSON.parse(line) as Entry));
  const verdicts = judge(reading, slack);
  for (const { check, promise, violations } of verdicts)
    console.log(`${violations.length === 0 ? "✓" : "✗"} ${check}: ${promise}`);
  console.log(explain(verdicts, reading));
  return verdicts.every(({ violations }) => violations.length === 0);
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(2);
  },
);

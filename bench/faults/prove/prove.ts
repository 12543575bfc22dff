import path from "node:path";
import { buildProduct, type Patch } from "../build/build-product";
import { explain, judge } from "../judge";
import type { Options } from "../options";
import { usernames } from "../people/crew";
import { runOnce } from "../run-once";
import { Installation } from "../world/installation";
import { type Broken, brokenVariants } from "./broken-variants";

/** What was not caught may not have happened: another seed gives it another chance. */
const mostSeeds = 3;

/** Proves the checker: each broken variant of the product must be caught. */
export async function prove(options: Options, builds: string): Promise<boolean> {
  const wanted = brokenVariants.filter(({ name }) => options.names.length === 0 || options.names.includes(name));
  const whole = await buildProduct(path.join(builds, "whole"), []);
  const product = { server: [process.execPath, whole.server], admin: [process.execPath, whole.admin] };
  const installation = await Installation.make(product, usernames);
  let good = true;
  try {
    for (const broken of wanted) {
      const caught = await proveOne(broken, installation, options, builds);
      console.log(`${caught === null ? "✗" : "✓"} ${broken.name}: ${broken.what}: ${caught ?? "NOT CAUGHT"}`);
      good &&= caught !== null;
    }
  } finally {
    await installation.discard();
  }
  return good;
}

/** By which checks it was caught, with the first thing that each of them says. */
async function proveOne(
  broken: Broken,
  installation: Installation,
  options: Options,
  builds: string,
): Promise<string | null> {
  const { server } = await buildProduct(path.join(builds, broken.name), broken.patches);
  const firstSeed = options.seeds[0] ?? 1;
  for (let seed = firstSeed; seed < firstSeed + mostSeeds; seed++) {
    const ran = await runOnce({
      installation,
      seed,
      seconds: broken.seconds ?? 15,
      slack: options.slack,
      nodes: broken.nodes,
      faults: broken.faults,
      server: [process.execPath, server],
      prepare: [broken.prepare ?? "", ...broken.patches.map(inDatabase)].filter(Boolean).join("; ") || null,
    });
    const verdicts = judge(ran.reading, options.slack).filter(({ violations }) => violations.length > 0);
    await ran.discard();
    const [first] = verdicts;
    if (!first) continue;
    const excerpt = explain([{ ...first, violations: first.violations.slice(0, 1) }], ran.reading);
    return `caught by ${verdicts.map(({ check }) => check).join(", ")}\n${excerpt}`;
  }
  return null;
}

/** What a migration made is broken where it lies; the sources of the server are patched while they are built. */
function inDatabase({ file, from, to }: Patch): string {
  if (!file.endsWith(".sql")) return "";
  const definition = "pg_get_functiondef('send_batch(json)'::regprocedure)";
  return `do $do$ begin execute replace(${definition}, $from$${from}$from$, $to$${to}$to$); end $do$`;
}

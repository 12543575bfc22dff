import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import type { Options } from "./options";
import { faultsTable, runsTable } from "./table";
import type { Tally } from "./tally";

const file = "docs/RELIABILITY.md";
const place = /(?<=<!-- campaign -->\n).*(?=<!-- end of the campaign -->)/s;

/** Puts what the campaign counted into the document that tells of it. */
export async function writeCampaign(tallies: Tally[], { seeds, seconds }: Options): Promise<void> {
  const text = readFileSync(file, "utf8");
  if (!place.test(text)) throw new Error(`${file} has lost the place of the campaign's table.`);
  const told = `
\`npm run faults -- --campaign --seed ${seeds[0] ?? 1} --seeds ${seeds.length} --seconds ${seconds}\`, on ${new Date().toISOString().slice(0, 10)}:

${runsTable(tallies)}

${faultsTable(tallies)}

`;
  writeFileSync(
    file,
    await format(
      text.replace(place, () => told),
      { parser: "markdown", printWidth: 120 },
    ),
  );
}

import { checks } from "./check/checks";
import type { Violation } from "./check/violation";
import type { Entry } from "./history/entry";
import type { Reading } from "./history/reading";

export type Verdict = { check: string; promise: string; violations: Violation[] };

/** `slack` makes the limits of time so many times as long; what counts and orders is judged the same. */
export function judge(reading: Reading, slack: number): Verdict[] {
  return checks.map(({ name, promise, run }) => ({ check: name, promise, violations: run(reading, slack) }));
}

const shownViolations = 3;
const shownLines = 12;

/** The smallest useful excerpt: each check's first violations with the lines of the history that show them. */
export function explain(verdicts: Verdict[], reading: Reading): string {
  const lines: string[] = [];
  for (const { check, promise, violations } of verdicts) {
    if (violations.length === 0) continue;
    lines.push(`✗ ${check}: ${promise}. ${violations.length} violation${violations.length > 1 ? "s" : ""}:`);
    for (const { what, places } of violations.slice(0, shownViolations)) {
      lines.push(`  ${what}`);
      const first = reading.entries[0]?.at ?? 0;
      for (const place of [...new Set(places)].sort((a, b) => a - b).slice(0, shownLines)) {
        const entry = reading.entries[place];
        if (entry) lines.push(`    line ${place + 1}, ${((entry.at - first) / 1000).toFixed(3)} s: ${brief(entry)}`);
      }
    }
  }
  return lines.join("\n");
}

function brief(entry: Entry): string {
  const { at: _, ...rest } = entry;
  const text = JSON.stringify(rest);
  return text.length > 300 ? `${text.slice(0, 300)} …` : text;
}

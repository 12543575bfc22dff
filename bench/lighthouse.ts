import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "@/scripts/find-browser.mjs";
import { median } from "./median";

/** The last that accepts Node 20. Not among our packages: it brings two hundred of its own, for this alone. */
const lighthouse = "lighthouse@12.8.2";
const categories = ["performance", "accessibility", "best-practices"] as const;

type Report = {
  /** Why nothing was measured: a browser on a busy machine sometimes loses the beginning of its own trace. */
  runtimeError?: { code: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
};
export type LighthouseScores = Record<(typeof categories)[number], number> & { complaints: string[] };

/** A phone's visit by Lighthouse, as it emulates one: the middle of so many runs, 0 to 100, and what it finds to say. */
export async function lighthouseScores(url: string, cookie: string, runs: number): Promise<LighthouseScores> {
  const reports: Report[] = [];
  for (let visits = 0; reports.length < runs; visits += 1) {
    const report = await visit(url, cookie);
    if (!report.runtimeError) reports.push(report);
    else if (visits >= 2 * runs) throw new Error(`Lighthouse measures nothing: ${report.runtimeError.code}`);
  }
  const score = (name: string) => median(reports.map((one) => Math.round((one.categories[name]?.score ?? 0) * 100)));
  const [last] = reports.slice(-1);
  const complaints = categories.flatMap((name) =>
    (last?.categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = last?.audits[id];
      const good = weight === 0 || !audit || audit.score === null || audit.score >= 0.9;
      return good ? [] : [`${audit.title} ${audit.displayValue ?? ""}`.trim()];
    }),
  );
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    complaints,
  };
}

async function visit(url: string, cookie: string): Promise<Report> {
  const folder = await mkdtemp(path.join(tmpdir(), "aristay-lighthouse-"));
  try {
    const file = path.join(folder, "report.json");
    const flags = ["--headless=new", "--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
    await promisify(execFile)(
      "npx",
      [
        ...["--yes", lighthouse, url, "--quiet", "--output=json", `--output-path=${file}`],
        `--only-categories=${categories.join(",")}`,
        `--chrome-flags=${flags.join(" ")}`,
        `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      ],
      { env: { ...process.env, CHROME_PATH: await findBrowser() } },
    );
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

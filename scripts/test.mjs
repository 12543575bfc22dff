import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const quick = process.argv.includes("--quick");
const reports = mkdtempSync(path.join(tmpdir(), "aristay-reports-"));
const vitestReport = path.join(reports, "vitest.json");
const playwrightReport = path.join(reports, "playwright.json");
const faultsReport = path.join(reports, "faults.json");
// Everything logs here at its most talkative, and notes what secrets it was given.
const collected = path.join(reports, "collected");
mkdirSync(collected);
process.env.TEST_COLLECTED = collected;
let passed = 0;
let failed = 0;

const bin = (/** @type {string} */ name) => path.join(root, "node_modules", ".bin", name);
// Each keeps one core busy: the linter takes as long as the others together.
await Promise.all([
  step("lint", [bin("eslint"), ".", "--max-warnings=0"]),
  step("format", [bin("prettier"), "--check", "--log-level=warn", "."])
    // Its generated types describe the pages' routes; without them a fresh clone has different types.
    .then(() => step("types", [bin("next"), "typegen"], [bin("tsc"), "--noEmit"]))
    .then(() => step("unused code", [bin("knip")])),
]);
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
const units = await step("unit and integration tests", [bin("vitest"), "run", ...reporters]);
count(units, vitestReport, (/** @type {VitestReport} */ report) => [
  report.numPassedTests,
  // A file that fails before its first test has no failing test to count.
  report.numFailedTests + report.testResults.filter((file) => file.status === "failed" && allFine(file)).length,
]);
if (!quick) {
  await journeys();
  await faults();
}
const logs = ["worker", "node", "database", ...(quick ? [] : ["journeys"])];
await step("secrets in the logs", [process.execPath, path.join("scripts", "search-logs.mjs"), collected, ...logs]);

rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} VitestReport
 * @param {TestFile} file
 */
function allFine(file) {
  return file.assertionResults.every(({ status }) => status !== "failed");
}

async function journeys() {
  try {
    process.env.CHROMIUM_PATH = await findBrowser();
  } catch (error) {
    failed += 1;
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport;
  const ok = await step("journeys in a browser", [bin("playwright"), "test", "--reporter=list,json"]);
  count(ok, playwrightReport, (/** @type {{ stats: { expected: number, unexpected: number } }} */ report) => [
    report.stats.expected,
    report.stats.unexpected,
  ]);
}

/**
 * One process, then two with Redis, for three minutes in all. Every check of every run counts as a test. With so much
 * slack a busy machine changes nothing: what is lost, doubled, out of order or never heard fails, and what is late does not.
 */
async function faults() {
  const program = [bin("tsx"), path.join("bench", "faults", "run.ts")];
  const options = ["--seed", "1", "--seconds", "60", "--slack", "12", "--nodes", "1,2", "--report", faultsReport];
  const ok = await step("tests by faults", [...program, ...options]);
  count(ok, faultsReport, (/** @type {{ passed: number, failed: number }} */ report) => [report.passed, report.failed]);
}

/**
 * Runs commands one after the other until one fails, and prints how long they took.
 *
 * @param {string} name
 * @param {string[][]} commands
 */
async function step(name, ...commands) {
  const began = Date.now();
  console.log(`\n── ${name}`);
  let ok = true;
  for (const command of commands) ok &&= await run(command);
  console.log(`── ${name}: ${ok ? "ok" : "FAILED"} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (!name.includes("tests") && !name.includes("journeys") && !ok) failed += 1;
  return ok;
}

/**
 * Adds what a reporter counted. A run that fails without a failing test (a crash, an unhandled rejection, nothing
 * to run) is a failure of its own.
 *
 * @template Report
 * @param {boolean} ok
 * @param {string} file
 * @param {(report: Report) => [passed: number, failed: number]} read
 */
function count(ok, file, read) {
  let bad = 0;
  try {
    /** @type {unknown} */
    const report = JSON.parse(readFileSync(file, "utf8"));
    const [good, wrong] = read(/** @type {Report} */ (report));
    passed += good;
    bad = wrong;
  } catch {
    bad = 0;
  }
  failed += ok ? bad : Math.max(bad, 1);
}

/** @param {string[]} command */
function run([program = "", ...args]) {
  return new Promise((/** @type {(ok: boolean) => void} */ resolve) => {
    const child = spawn(program, args, { stdio: "inherit" });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const apple = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * The browser for the journeys: CHROMIUM_PATH, the system's, Playwright's own, else one that can be installed.
 *
 * @returns {Promise<string>} its path; throws one clear line when there is none
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new Error(`CHROMIUM_PATH: ${given} is no browser that runs.`);
  }
  const found = systemBrowser() ?? (await playwrightBrowser());
  if (found) return found;
  console.log("No Chromium found, installing one…");
  attempt("npx", ["--no-install", "playwright", "install", "chromium"]);
  const downloaded = await playwrightBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    const installed = systemBrowser() ?? (await playwrightBrowser());
    if (installed) return installed;
  }
  throw new Error("No Chromium: install one, or set CHROMIUM_PATH to it.");
}

function systemBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...apple].find((file) => runs(file));
}

async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return runs(file) ? file : undefined;
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // There is more to a browser than its file: libraries may be missing.
  return spawnSync(file, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, args, { stdio: "inherit", timeout: 600_000, env });
}

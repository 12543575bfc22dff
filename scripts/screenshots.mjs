import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { findBrowser } from "./find-browser.mjs";

// Every page at both sizes in both themes, into screenshots/; the best of them also into docs/screenshots/.
const port = 20_000 + (process.pid % 10_000);
const address = `http://localhost:${port}`;
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
};
const themes = /** @type {const} */ (["light", "dark"]);

/** @typedef {(page: import("@playwright/test").Page) => Promise<unknown>} Step */

/** @type {Record<string, [path: string, step?: Step]>} */
const pages = {
  list: ["/chat"],
  conversation: ["/chat/{Bob Smith}"],
  thread: ["/chat/{Bob Smith}", (page) => page.getByRole("button", { name: "2 replies" }).click()],
  menu: ["/chat/{Bob Smith}", (page) => page.getByRole("button", { name: "More actions" }).last().press("Enter")],
  emoji: ["/chat/{Bob Smith}", (page) => page.getByRole("button", { name: "React" }).last().press("Enter")],
  task: ["/chat/{Turnover clean}"],
  details: ["/chat/{Cleaning crew}/details"],
  search: ["/search?q=key"],
  switcher: ["/chat", (page) => page.keyboard.press("Control+k").then(() => page.keyboard.type("palm"))],
  tasks: ["/tasks"],
  "task-page": ["/tasks/1"],
  properties: ["/properties"],
  "property-page": ["/properties/1"],
  people: ["/people"],
  person: ["/people/2"],
  me: ["/me"],
  profile: ["/settings/profile"],
  appearance: ["/settings/appearance"],
  writing: ["/settings/writing"],
  devices: ["/settings/devices"],
  password: ["/settings/password"],
  missing: ["/nowhere"],
};

/** The pictures of the README. @type {Record<string, string>} */
const shown = {
  "conversation-desktop-light": "conversation-desktop",
  "thread-desktop-dark": "thread-desktop",
  "conversation-phone-dark": "conversation-phone",
  "list-phone-light": "list-phone",
};

process.chdir(path.dirname(import.meta.dirname));
const folder = await mkdtemp(path.join(tmpdir(), "screenshots-"));
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, PORT: String(port), DATA_DIR: folder, SEED: "demo", RATE_LIMITS: "off", LOG_LEVEL: "error" },
});
const ended = once(server, "exit");
try {
  const ready = async () => (await fetch(`${address}/readyz`).catch(() => null))?.ok;
  while (!(await ready())) {
    if (server.exitCode !== null) throw new Error("The server did not start.");
    await wait(200);
  }
  await mkdir("screenshots", { recursive: true });
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...sandbox, "--disable-dev-shm-usage"],
  });
  const storageState = await signedIn(browser);
  for (const [size, device] of Object.entries(sizes)) {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ ...device, colorScheme, storageState, reducedMotion: "reduce" });
      for (const [name, [place, step]] of Object.entries(pages)) {
        const file = `${name}-${size}-${colorScheme}`;
        await take(context, place, step, `screenshots/${file}.png`);
        console.log(file);
        if (shown[file]) {
          await sharp(`screenshots/${file}.png`).webp({ quality: 82 }).toFile(`docs/screenshots/${shown[file]}.webp`);
        }
      }
      await context.close();
    }
  }
  await browser.close();
} finally {
  server.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/** @param {import("@playwright/test").Browser} browser */
async function signedIn(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("Username or e-mail").fill("alice");
  await page.getByLabel("Password", { exact: true }).fill("aristay-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/chat/);
  const state = await context.storageState();
  await context.close();
  return state;
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} place a path; `{words}` stands for the room that is found by them
 * @param {Step | undefined} step what is done on the page first
 * @param {string} file
 */
async function take(context, place, step, file) {
  const page = await context.newPage();
  const words = /\{(.+)\}/.exec(place)?.[1];
  if (words) {
    const found = await context.request.get(`${address}/api/chat/rooms/?search=${encodeURIComponent(words)}`);
    /** @type {unknown} */
    const answer = await found.json();
    const { results } = /** @type {{ results: { id: string }[] }} */ (answer);
    place = place.replace(`{${words}}`, results[0]?.id ?? "");
  }
  await page.goto(address + place, { waitUntil: "networkidle" });
  if (step) {
    await step(page);
    await page.waitForLoadState("networkidle");
    await wait(600);
  }
  await page.screenshot({ path: file });
  await page.close();
}

import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { findBrowser } from "./find-browser.mjs";
import { roomPicture } from "./room-picture.mjs";
import { states } from "./screenshot-states.mjs";

// Every page and state at both sizes in both themes, into screenshots/; the best of them also into docs/screenshots/.
// Words behind the command narrow it down: `npm run screenshots -- thread phone`.
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
};
const themes = /** @type {const} */ (["light", "dark"]);
const wanted = process.argv.slice(2);

/** The pictures of the README. @type {Record<string, string>} */
const shown = {
  "conversation-desktop-light": "conversation-desktop",
  "thread-desktop-dark": "thread-desktop",
  "group-phone-dark": "conversation-phone",
  "list-phone-light": "list-phone",
};

/** @typedef {{ address: string, stop: () => Promise<void> }} Served */
/** @typedef {import("@playwright/test").Browser} Browser */

process.chdir(path.dirname(import.meta.dirname));
const files = Object.keys(sizes).flatMap((size) =>
  themes.flatMap((theme) =>
    Object.keys(states).map((name) => ({ name, size, theme, file: `${name}-${size}-${theme}` })),
  ),
);
const asked = files.filter(({ file }) =>
  wanted.every((word) => file.split("-").includes(word) || file.startsWith(word)),
);
const demo = await serve(0, "demo");
const fresh = asked.some(({ name }) => states[name]?.fresh) ? await serve(1, "none") : null;
/** @type {string[]} */
const failed = [];
try {
  await mkdir("screenshots", { recursive: true });
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...sandbox, "--disable-dev-shm-usage"],
  });
  const sessions = {
    alice: await signedIn(browser, "alice"),
    maria: await signedIn(browser, "maria"),
    admin: await signedIn(browser, "admin"),
    nobody: { cookies: [], origins: [] },
  };
  await sendPhotos(browser, sessions.maria);
  for (const { name, size, theme, file } of asked) {
    const state = states[name];
    if (!state) continue;
    const phone = size === "phone";
    const context = await browser.newContext({
      ...sizes[/** @type {keyof typeof sizes} */ (size)],
      colorScheme: theme,
      timezoneId: "UTC",
      reducedMotion: "reduce",
      storageState: sessions[state.as ?? "alice"],
    });
    try {
      const address = state.fresh && fresh ? fresh.address : demo.address;
      await take(context, address, state, phone, `screenshots/${file}.png`);
      console.log(file);
      if (shown[file]) {
        await sharp(`screenshots/${file}.png`).webp({ quality: 80 }).toFile(`docs/screenshots/${shown[file]}.webp`);
      }
    } catch (thrown) {
      failed.push(file);
      console.error(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    } finally {
      await context.close();
    }
  }
  await browser.close();
} finally {
  await demo.stop();
  await fresh?.stop();
}
if (failed.length > 0) {
  console.error(`${failed.length} of ${asked.length} could not be taken: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** @param {number} nth @param {"demo" | "none"} seed @returns {Promise<Served>} */
async function serve(nth, seed) {
  const port = 20_000 + ((process.pid * 2) % 10_000) + nth;
  const address = `http://localhost:${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), "screenshots-"));
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, SEED: seed, RATE_LIMITS: "off", LOG_LEVEL: "error" },
  });
  const ended = once(server, "exit");
  const ready = async () => (await fetch(`${address}/readyz`).catch(() => null))?.ok;
  while (!(await ready())) {
    if (server.exitCode !== null) throw new Error("The server did not start.");
    await wait(200);
  }
  return {
    address,
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {Browser} browser @param {string} username */
async function signedIn(browser, username) {
  const context = await browser.newContext();
  const { request } = context;
  const answer = await request.get(`${demo.address}/api/auth/csrf`);
  /** @type {unknown} */
  const csrf = await answer.json();
  const { csrfToken } = /** @type {{ csrfToken: string }} */ (csrf);
  const form = { username, password: "aristay-demo", csrfToken, json: "true" };
  await request.post(`${demo.address}/api/auth/callback/credentials`, { form });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Photos of a repair, as staff send them. @param {Browser} browser @param {Awaited<ReturnType<typeof signedIn>>} storageState */
async function sendPhotos(browser, storageState) {
  const context = await browser.newContext({ storageState });
  const headers = { origin: demo.address };
  const room = await roomOf(context, demo.address, "Maintenance");
  /** @type {string[]} */
  const ids = [];
  for (const nth of [0, 1, 2]) {
    const file = { name: `IMG_204${nth}.jpg`, mimeType: "image/jpeg", buffer: await roomPicture(nth) };
    const sent = await context.request.post(`${demo.address}/api/chat/attachments/`, { headers, multipart: { file } });
    /** @type {unknown} */
    const attachment = await sent.json();
    ids.push(/** @type {{ id: string }} */ (attachment).id);
  }
  const data = { room, content: "Bedroom 2, before and after. The shutter runs again.", attachment_ids: ids };
  await context.request.post(`${demo.address}/api/chat/messages/`, { headers, data });
  await context.close();
}

/** @param {import("@playwright/test").BrowserContext} context @param {string} address @param {string} words */
async function roomOf(context, address, words) {
  const found = await context.request.get(`${address}/api/chat/rooms/?search=${encodeURIComponent(words)}`);
  /** @type {unknown} */
  const answer = await found.json();
  const { results } = /** @type {{ results: { id: string }[] }} */ (answer);
  if (!results[0]) throw new Error(`no room is found by ${words}`);
  return results[0].id;
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} address
 * @param {import("./screenshot-states.mjs").State} state
 * @param {boolean} phone
 * @param {string} file
 */
async function take(context, address, { path: place, step }, phone, file) {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const words = /\{(.+)\}/.exec(place)?.[1];
  if (words) place = place.replace(`{${words}}`, await roomOf(context, address, words));
  await page.goto(address + place, { waitUntil: "networkidle", timeout: 30_000 });
  if (step) {
    await step(page, { phone });
    await page.waitForLoadState("networkidle");
    await wait(500);
  }
  await page.screenshot({ path: file });
}

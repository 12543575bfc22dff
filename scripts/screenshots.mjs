import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import { findBrowser } from "./find-browser.mjs";
import { newcomer, roomOf, setStage } from "./screenshot-stage.mjs";
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

/** What is set for the server that a state is taken of. @type {Record<string, Record<string, string>>} */
const servers = {
  demo: { SEED: "demo" },
  // Nobody has been there yet.
  fresh: { SEED: "none" },
  company: {
    SEED: "demo",
    OIDC_ISSUER: "https://login.example.com",
    OIDC_CLIENT_ID: "chat",
    OIDC_CLIENT_SECRET: "for-the-picture-only",
    OIDC_NAME: "Palm Coast Stays",
  },
  // The product itself has no such page.
  workshop: { SEED: "none", NODE_ENV: "development" },
};

/** @typedef {import("@playwright/test").BrowserContext} Context */

process.chdir(path.dirname(import.meta.dirname));
/** One picture for each theme is taken of a state, without coming to it again. */
const shots = Object.entries(states).flatMap(([name, state]) =>
  Object.keys(sizes).flatMap((size) => {
    const files = themes.map((theme) => ({ theme, file: `${name}-${size}-${theme}` }));
    const asked = files.filter(({ file }) =>
      wanted.every((word) => file.split("-").includes(word) || file.startsWith(word)),
    );
    return asked.length > 0 ? [{ state, size: /** @type {keyof typeof sizes} */ (size), files: asked }] : [];
  }),
);
/** @type {string[]} */
const failed = [];
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [...sandbox, "--disable-dev-shm-usage"],
});
try {
  await mkdir("screenshots", { recursive: true });
  // One server after the other: a machine that takes pictures has enough to do.
  for (const [kind, settings] of Object.entries(servers)) {
    const here = shots.filter(({ state }) => (state.server ?? "demo") === kind);
    if (here.length > 0) await takeAll(kind, settings, here);
  }
} finally {
  await browser.close();
}
if (failed.length > 0) {
  console.error(`${failed.length} could not be taken: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** @param {string} kind @param {Record<string, string>} settings @param {typeof shots} here */
async function takeAll(kind, settings, here) {
  const server = await serve(settings, kind === "workshop");
  /** @type {Map<string, Promise<Context>>} */
  const sessions = new Map();
  /** @type {Map<string, Context>} */
  const kept = new Map();
  /** Signs in once. @param {string} username */
  const session = (username) => {
    const known = sessions.get(username) ?? signedIn(server.address, username);
    sessions.set(username, known);
    return known;
  };
  try {
    if (kind === "demo") await setStage(server.address, async (username) => (await session(username)).request);
    for (const { state, size, files } of here) {
      const as = kind === "demo" ? (state.as ?? "alice") : "nobody";
      // Where nothing is done, nothing is kept either, and the next page finds the scripts of the last one.
      const key = `${as} ${size}`;
      const context =
        (!state.step && kept.get(key)) ||
        (await browser.newContext({
          ...sizes[size],
          timezoneId: "UTC",
          reducedMotion: "reduce",
          ...(as !== "nobody" && { storageState: await (await session(as)).storageState() }),
        }));
      if (!state.step) kept.set(key, context);
      try {
        await take(context, server.address, state, size === "phone", files);
      } catch (thrown) {
        failed.push(...files.map(({ file }) => file));
        console.error(`${files[0]?.file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      } finally {
        if (state.step) await context.close();
      }
    }
  } finally {
    for (const one of [...(await Promise.all(sessions.values())), ...kept.values()]) await one.close();
    await server.stop();
  }
}

/** @param {Record<string, string>} settings @param {boolean} unbuilt @returns {Promise<{ address: string, stop: () => Promise<void> }>} */
async function serve(settings, unbuilt) {
  const port = 20_000 + (process.pid % 10_000);
  const address = `http://localhost:${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), "screenshots-"));
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, RATE_LIMITS: "off", LOG_LEVEL: "error" };
  const server = spawn(process.execPath, unbuilt ? ["--import", "tsx", "server.ts"] : ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, ...settings },
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

/** @param {string} address @param {string} username @returns {Promise<Context>} */
async function signedIn(address, username) {
  const context = await browser.newContext();
  const { request } = context;
  const answer = await request.get(`${address}/api/auth/csrf`);
  /** @type {unknown} */
  const csrf = await answer.json();
  const { csrfToken } = /** @type {{ csrfToken: string }} */ (csrf);
  const password = username === newcomer.username ? newcomer.password : "aristay-demo";
  const form = { username, password, csrfToken, json: "true" };
  await request.post(`${address}/api/auth/callback/credentials`, { form });
  return context;
}

/**
 * @param {Context} context
 * @param {string} address
 * @param {import("./screenshot-states.mjs").State} state
 * @param {boolean} phone
 * @param {{ theme: "light" | "dark", file: string }[]} files
 */
async function take(context, address, { path: place, step }, phone, files) {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const words = /\{(.+)\}/.exec(place)?.[1];
  if (words) place = place.replace(`{${words}}`, await roomOf(context.request, address, words));
  await page.goto(address + place, { waitUntil: "networkidle", timeout: 60_000 });
  if (step) {
    await step(page, { phone });
    await page.waitForLoadState("networkidle");
    await wait(500);
  }
  // A letter whose font came after its first line is drawn in it from the next change on, as on every later page.
  await page.emulateMedia({ colorScheme: "dark" });
  for (const { theme, file } of files) {
    await page.emulateMedia({ colorScheme: theme });
    // Not everything is painted anew in the frame in which the theme changes.
    await page.evaluate(async () => {
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    });
    const picture = await page.screenshot({ path: `screenshots/${file}.png` });
    console.log(file);
    const best = shown[file];
    if (best) await sharp(picture).webp({ quality: 80 }).toFile(`docs/screenshots/${best}.webp`);
  }
  await page.close();
}

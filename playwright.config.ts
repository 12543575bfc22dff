import { defineConfig } from "@playwright/test";

/** Journeys wait more than they work: two at once, each at a server of its own, since they share people and their settings. */
const workers = 2;
// Chosen once for the whole run, and handed to the workers: the first server's port; the others follow it.
const first = Number((process.env.JOURNEY_PORT ??= String(20_000 + (process.pid % 10_000))));
process.env.JOURNEY_SERVERS = String(workers);
const baseURL = `http://localhost:${first + Number(process.env.TEST_PARALLEL_INDEX ?? 0)}`;
process.env.JOURNEY_URL = baseURL;
const executablePath = process.env.CHROMIUM_PATH;

/** A tone instead of whatever the machine hears, and nobody who would have to allow it. */
const microphone = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.journey.ts",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
  workers,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  globalSetup: "./e2e/setup/journey-server.ts",
  use: {
    baseURL,
    browserName: "chromium",
    // A trace costs more time than the journeys themselves; a screenshot tells most of it.
    screenshot: "only-on-failure",
    // It would fetch the whole product for every person of every journey. Those about it let it in.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-dev-shm-usage", ...microphone],
    },
  },
});

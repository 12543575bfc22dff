import { afterEach, beforeEach, expect, vi } from "vitest";
import { collectedLog } from "./collected";

// Before any module of the app is read. A test file that needs the database gets its address from test-database.ts.
Object.assign(process.env, {
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a secret that only the tests know, of 32+",
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/call-useTestDatabase-first",
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
  RATE_LIMITS: "off",
  SEED: "none",
});

const collected = collectedLog("worker");
if (collected) {
  const [{ pino }, { makeLog }] = await Promise.all([import("pino"), import("@/lib/log/make-log")]);
  const log = makeLog("debug", pino.destination({ dest: collected, sync: true }));
  log.debug({ test: expect.getState().testPath }, "a file of tests begins");
  Object.assign(globalThis, { [Symbol.for("aristay.log")]: log });
}

/** A test that expects an error on the console replaces this spy by its own. */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  for (const channel of ["error", "warn"] as const) {
    vi.spyOn(console, channel).mockImplementation((...words: unknown[]) => {
      complaints.push(`console.${channel}: ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  const said = complaints;
  vi.restoreAllMocks();
  expect(said, "nothing may complain on the console").toEqual([]);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Versions below these have a known hole that was fixed in them (docs: the security floor). */
const floors: Record<string, string> = {
  next: "16.4.5",
  sharp: "0.35.5",
  "engine.io": "6.6.10",
  "socket.io-parser": "4.2.7",
  ws: "8.21.1",
  "drizzle-orm": "0.45.2",
};

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string }>;
};

describe("dependency floors", () => {
  for (const [name, floor] of Object.entries(floors)) {
    test(`${name} is at ${floor} or above wherever it is installed`, () => {
      const installed = Object.entries(packages)
        .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
        .map(([, { version }]) => version ?? "");
      expect(installed.filter((version) => isBelow(version, floor))).toEqual([]);
    });
  }
});

function isBelow(version: string, floor: string): boolean {
  const [numbers = "", tag] = version.split("-");
  const order = numbers.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && tag !== undefined);
}

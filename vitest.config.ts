import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(".") } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["node_modules/**", ".next/**", "dist/**", ".data/**"],
    globalSetup: "./e2e/setup/database-server.ts",
    setupFiles: ["./e2e/setup/test-worker.ts"],
    pool: "forks",
    // Many tests wait, for a restart or for a line that goes dead: two files at once, also where there are only two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // An unhandled rejection fails the run (vitest's own rule); so does a test that says nothing.
    passWithNoTests: false,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

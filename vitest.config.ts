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
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // An unhandled rejection fails the run (vitest's own rule); so does a test that says nothing.
    passWithNoTests: false,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});

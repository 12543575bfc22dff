import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NextConfig } from "next";

const shapes = readFileSync(new URL("lib/contract/shapes.ts", import.meta.url));

const config: NextConfig = {
  // `npm test` checks types; a start on a fresh machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  /** Names the shapes of what browsers keep on the device, so that a copy of other shapes is not read. */
  env: { SHAPES: createHash("sha256").update(shapes).digest("base64url").slice(0, 8) },
  poweredByHeader: false,
  reactStrictMode: true,
  /** Both forms of every path answer directly: phones POST to the form with a slash. */
  skipTrailingSlashRedirect: true,
  devIndicators: false,
  experimental: {
    /** Few and large files (bytes before minifying): one is packed better than seven, and a room's page needs nearly all of it. */
    turbopackChunking: { minChunkSize: 1_000_000 },
  },
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      /** Catalogues are compiled on the server, so the browser does not carry an ICU parser; and few things need no `Intl`. */
      "use-intl/format-message": "./lib/client/format-message.ts",
      /** Nor, for a question that React asks, an event loop of Node's. */
      "next/dist/compiled/process": "./lib/client/no-process.ts",
      /** Nor what every browser has that knows the style sheet's `@layer` and `color-mix()`. */
      "../build/polyfills/polyfill-module": "./lib/client/no-polyfills.ts",
      /** And the page comes alive in two steps instead of one. */
      "./app-bootstrap": "./lib/client/app-bootstrap.ts",
    },
  },
};

export default config;

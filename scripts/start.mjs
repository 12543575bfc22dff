import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, buildIsCurrent } from "./build.mjs";

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

if (!buildIsCurrent()) {
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once("SIGTERM", end).once("SIGINT", end);
  process.stdout.write("Building, since there is no current build. This takes a minute at the first time.\n");
  try {
    await build(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(stop.signal.aborted ? 0 : 1);
  }
  process.off("SIGTERM", end).off("SIGINT", end);
}

// In this process, so that a signal to it reaches the server itself.
await import(new URL("../dist/server.js", import.meta.url).href);

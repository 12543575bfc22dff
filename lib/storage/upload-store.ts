import { mkdirSync } from "node:fs";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { config } from "@/lib/config/config";

/** How long an upload that broke off can be taken up again, and a finished one waits to be made an attachment. */
const kept = 24 * 3_600_000;

// One store for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.upload-store");
const shared = globalThis as { [slot]?: FileStore };

/** Where uploads in parts grow: beside the stored files, so that a finished one is renamed and never copied. */
export function uploadStore(): FileStore {
  return (shared[slot] ??= open());
}

function open(): FileStore {
  const directory = path.join(/* turbopackIgnore: true */ config().DATA_DIR, "files", "uploads");
  // The store would do it later and by itself, where a failure ends the process.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return new FileStore({ directory, expirationPeriodInMilliseconds: kept });
}

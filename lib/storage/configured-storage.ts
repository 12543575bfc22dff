import { config } from "@/lib/config/config";
import { diskStorage } from "./disk-storage";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage";

// One client for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.storage");
const shared = globalThis as { [slot]?: Storage };

/** The storage that the configuration asks for: S3 when a bucket is named, else the data folder. */
export function configuredStorage(): Storage {
  return (shared[slot] ??= config().S3_BUCKET ? s3Storage(config()) : diskStorage(config().DATA_DIR));
}

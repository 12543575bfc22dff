import type { Readable } from "node:stream";
import { config } from "@/lib/config/config";
import { diskStorage } from "./disk-storage";
import { s3Storage } from "./s3-storage";

export type StoredRange = { start: number; end: number };

/** Where the bytes of files lie. Keys are random and say nothing; who may see a file is decided before. */
export interface Storage {
  /** Takes a finished temporary file over under a key. Whoever sees the key sees the whole file. */
  put(key: string, file: { path: string; size: number; contentType: string }): Promise<void>;
  /** The bytes, both ends of the range included; null when there is nothing under the key. */
  open(key: string, range?: StoredRange): Promise<Readable | null>;
  /** Nothing under the key is no error. */
  remove(key: string): Promise<void>;
}

// One client for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.storage");
const shared = globalThis as { [slot]?: Storage };

/** The storage that the configuration asks for: S3 when a bucket is named, else the data folder. */
export function storage(): Storage {
  return (shared[slot] ??= config().S3_BUCKET ? s3Storage(config()) : diskStorage(config().DATA_DIR));
}

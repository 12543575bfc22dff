import type { Readable } from "node:stream";

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

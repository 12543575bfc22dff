import type { DataStore, Upload } from "@tus/server";
import { config } from "@/lib/config/config";

/** How long an upload that broke off can be taken up again, and a finished one waits to be made an attachment. */
export const uploadHours = 24;

/** Where uploads in parts grow. */
export interface UploadStore {
  /** What the protocol's library writes to. */
  readonly tus: DataStore;
  /** Whether what is taken is a copy, to be removed afterwards, or the upload itself. */
  readonly takes: "copies" | "originals";
  /** A whole upload as a file of this machine, for whoever takes it over; null when it is gone meanwhile. */
  take(upload: Upload): Promise<string | null>;
  /** Nothing under the id is no error. */
  forget(id: string): Promise<void>;
  /** Removes what was not gone on with for so long. */
  sweep(): Promise<void>;
}

// One store for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.upload-store");
const shared = globalThis as { [slot]?: Promise<UploadStore> };

/** Beside the files: in the bucket, where every node finds them, or in the data folder. */
export function uploadStore(): Promise<UploadStore> {
  return (shared[slot] ??= open());
}

async function open(): Promise<UploadStore> {
  // Most installations keep their files on disk and need nothing of S3.
  if (config().S3_BUCKET) return (await import("./s3-upload-store")).s3UploadStore(config());
  return (await import("./disk-upload-store")).diskUploadStore(config().DATA_DIR);
}

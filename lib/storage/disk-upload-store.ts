import { mkdirSync } from "node:fs";
import path from "node:path";
import { FileStore } from "@tus/file-store";
import { uploadHours, type UploadStore } from "./upload-store";

/** Beside the stored files, so that a finished one is renamed and never copied. */
export function diskUploadStore(dataFolder: string): UploadStore {
  const directory = path.join(/* turbopackIgnore: true */ dataFolder, "files", "uploads");
  // The store would do it later and by itself, where a failure ends the process.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const tus = new FileStore({ directory, expirationPeriodInMilliseconds: uploadHours * 3_600_000 });
  return {
    tus,
    takes: "originals",
    take({ storage }) {
      if (!storage) return Promise.reject(new Error("The upload lies nowhere."));
      return Promise.resolve(storage.path);
    },
    // Documents have been moved away, pictures made anew: what is left of either goes.
    async forget(id) {
      // Both fail where there is nothing any more.
      await tus
        .remove(id)
        .catch(async () => tus.configstore.delete(id))
        .catch(() => undefined);
    },
    async sweep() {
      await tus.deleteExpired();
    },
  };
}

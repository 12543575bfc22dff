import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { Storage } from "./storage";

const keyForm = /^[0-9a-f]{40}$/;

/** Files under `<data folder>/files`, in 256 folders by the first two digits of their key. */
export function diskStorage(dataFolder: string): Storage {
  const root = path.join(/* turbopackIgnore: true */ dataFolder, "files");
  const place = (key: string) => {
    if (!keyForm.test(key)) throw new Error("A storage key is 40 hexadecimal digits.");
    return path.join(/* turbopackIgnore: true */ root, key.slice(0, 2), key);
  };
  return {
    async put(key, file) {
      const target = place(key);
      await mkdir(path.dirname(target), { recursive: true });
      // On the disk before its name is: a power cut leaves the whole file or none.
      const handle = await open(file.path, "r+");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(file.path, target);
    },
    async open(key, range) {
      const stream = createReadStream(place(key), range);
      try {
        await new Promise<void>((resolve, reject) => stream.once("open", () => resolve()).once("error", reject));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
      // Whoever reads it hears of a failure; a reader that left early does not bring the process down.
      finished(stream).catch(() => undefined);
      return stream;
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
  };
}

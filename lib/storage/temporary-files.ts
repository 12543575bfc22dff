import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { config } from "@/lib/config/config";

/** Beside the stored files, so that a finished one is renamed and never copied. */
const folder = () => path.join(/* turbopackIgnore: true */ config().DATA_DIR, "files", "incoming");

/** A path that nobody else has. What is still there when its request ends is for the asker to remove. */
export async function temporaryFile(): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  return path.join(/* turbopackIgnore: true */ folder(), randomBytes(16).toString("hex"));
}

/** Removes what a process that died left half-written: nothing is being written for that long. */
export async function removeStaleTemporaryFiles(olderThanMs: number): Promise<void> {
  const names = await readdir(folder()).catch(() => []);
  for (const name of names) {
    const file = path.join(/* turbopackIgnore: true */ folder(), name);
    const seen = await stat(file).catch(() => null);
    if (seen && Date.now() - seen.mtimeMs > olderThanMs) await rm(file, { force: true });
  }
}

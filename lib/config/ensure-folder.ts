import { mkdirSync, statSync } from "node:fs";
import path from "node:path";

/** Makes a folder and its parents. Node's own recursive way never returns in places like /proc. */
export function ensureFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) ensureFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody who started at the same time made it first; a file of that name is a fault.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

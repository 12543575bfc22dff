import { log } from "@/lib/log/log";
import type { FileType } from "./file-types";
import { processBeside } from "./process-beside";

export type FileFacts = {
  /** Of a PDF. */
  pages: number | null;
  /** Of a film, as it is shown. */
  width: number | null;
  height: number | null;
  /** Of film and sound. */
  duration_ms: number | null;
};

const nothing: FileFacts = { pages: null, width: null, height: null, duration_ms: null };

const look = processBeside<{ path: string; what: "pdf" | "media" }, FileFacts>("facts-process.mjs", {
  longest: 5000,
  patience: 10_000,
});

/**
 * What a file says about itself before anybody opens it. One that says nothing, or that cannot be read in bounded time and
 * memory, is a file like any other: never a refusal.
 */
export async function fileFacts(path: string, { family, contentType }: FileType): Promise<FileFacts> {
  const what = contentType === "application/pdf" ? "pdf" : family === "media" ? "media" : null;
  if (what === null) return nothing;
  try {
    return await look({ path, what });
  } catch (error) {
    log.info({ reason: error instanceof Error ? error.message : String(error), what }, "a file told nothing");
    return nothing;
  }
}

import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";

/**
 * A process of its own that counts the pages of PDFs and measures films and recordings of strangers' making, one at a
 * time. It knows no secret, is killed when it takes too long, and ends itself when it takes too much memory.
 *
 * @typedef {{ id: number, path: string, what: "pdf" | "media" }} Job
 * @typedef {{ pages: number | null, width: number | null, height: number | null, duration_ms: number | null }} Facts
 */

const mostMemory = 512 * 1024 * 1024;
const mostPages = 100_000;
const mostSide = 16_384;
const mostMs = 2 ** 31 - 1;

// A thread beside, since unpacking a bomb leaves the first one no turn to look.
new Worker(`setInterval(() => process.memoryUsage.rss() > ${mostMemory} && process.kill(process.pid, "SIGKILL"), 50)`, {
  eval: true,
}).unref();

/** @param {number | null | undefined} value @param {number} most */
const within = (value, most) =>
  value != null && Number.isFinite(value) && value >= 1 && value <= most ? Math.round(value) : null;

/** @param {string} path @returns {Promise<Facts>} */
async function ofPdf(path) {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const pages = within(document.numPages, mostPages);
  await document.destroy();
  return { pages, width: null, height: null, duration_ms: null };
}

/** @param {string} path @returns {Promise<Facts>} */
async function ofMedia(path) {
  const { ALL_FORMATS, FilePathSource, Input } = await import("mediabunny");
  const input = new Input({
    source: new FilePathSource(path, { maxCacheSize: 8 * 1024 * 1024 }),
    formats: ALL_FORMATS,
  });
  try {
    const film = await input.getPrimaryVideoTrack();
    const seconds = await input.computeDuration();
    return {
      pages: null,
      width: within(film?.displayWidth, mostSide),
      height: within(film?.displayHeight, mostSide),
      duration_ms: within(seconds * 1000, mostMs),
    };
  } finally {
    input.dispose();
  }
}

process.on("message", (/** @type {Job} */ { id, path, what }) => {
  (what === "pdf" ? ofPdf(path) : ofMedia(path)).then(
    (result) => process.send?.({ id, result }),
    (/** @type {unknown} */ error) =>
      process.send?.({ id, reason: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

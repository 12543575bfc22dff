import { Worker } from "node:worker_threads";

export type Pixels = { data: Uint8Array; width: number; height: number };

/** Four bytes each, all in memory at once: less than for formats that are read line by line. */
const mostPixels = 52_000_000;
const patience = 30_000;

/**
 * sharp's binaries come without HEVC, which is patented; libheif compiled to WebAssembly brings its own. It works in one
 * go, so it gets a thread. The code is text because bundles have no file to start a thread from; `require` starts at the
 * folder of the app there.
 */
const code = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { readFileSync } = require("node:fs");
  const libheif = require("libheif-js/wasm-bundle");
  const pictures = new libheif.HeifDecoder().decode(readFileSync(workerData.path));
  const picture = pictures.find((one) => one.is_primary()) ?? pictures[0];
  if (!picture) throw new Error("There is no picture in it.");
  const [width, height] = [picture.get_width(), picture.get_height()];
  if (!(width > 0 && height > 0 && width * height <= workerData.mostPixels)) throw new Error("It has too many pixels.");
  const data = new Uint8ClampedArray(width * height * 4);
  picture.display({ data, width, height }, (shown) => {
    if (!shown) throw new Error("It is broken.");
    parentPort.postMessage({ data: new Uint8Array(data.buffer), width, height }, [data.buffer]);
  });
`;

/** The pixels of an iPhone's picture, upright: its turns are part of the format, and done with. */
export async function decodeHeic(path: string): Promise<Pixels> {
  const worker = new Worker(code, { eval: true, workerData: { path, mostPixels }, stdout: true, stderr: true });
  try {
    return await new Promise<Pixels>((resolve, reject) => {
      const tooSlow = () => reject(new Error("It took too long."));
      const timer = setTimeout(tooSlow, patience).unref();
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => {
        clearTimeout(timer);
        reject(new Error("It gave no picture."));
      });
    });
  } finally {
    await worker.terminate();
  }
}

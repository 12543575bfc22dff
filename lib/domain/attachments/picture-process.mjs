import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";

/**
 * A process of its own for pictures of strangers' making: what a decoder takes of memory, and what one of its faults
 * breaks, stays out of the server. It knows no secret, opens one picture at a time, and ends with its parent.
 *
 * @typedef {{ id: number, source: string, heic: boolean, animated: boolean, format: "jpeg" | "png" | "gif" | "webp",
 *   whole: string, preview: string, thumbnail: string }} Job
 */

/** More than any phone's camera; a bomb of a few kilobytes unfolds to far more. Frames of an animation count together. */
const mostPixels = 110_000_000;
/** Four bytes each, all in memory at once: less than for formats that are read line by line. */
const mostHeicPixels = 52_000_000;
const previewSide = 1920;
const thumbnailSide = 640;
const placeholderLength = 200;

sharp.concurrency(1);
sharp.cache(false);
// No decoder but those of the list sees a byte, whatever a file pretends to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}`),
});

/** @type {Record<Job["format"], (picture: import("sharp").Sharp) => import("sharp").Sharp>} */
const encode = {
  jpeg: (picture) => picture.jpeg({ quality: 88 }),
  png: (picture) => picture.png(),
  gif: (picture) => picture.gif(),
  webp: (picture) => picture.webp({ quality: 85, effort: 3 }),
};

/** @param {Job} job */
async function work({ source, heic, animated, format, whole, preview, thumbnail }) {
  const pixels = heic ? await decodeHeic(source) : null;
  const open = (/** @type {boolean} */ moving) =>
    pixels
      ? sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
      : sharp(source, { limitInputPixels: mostPixels, failOn: "error", animated: moving });
  const made = await encode[format](open(animated).autoOrient()).toFile(whole);
  const height = made.pageHeight ?? made.height;
  const large = Math.max(made.width, height) > previewSide;
  const small = (/** @type {import("sharp").Sharp} */ picture, /** @type {number} */ side) =>
    picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true }).webp({ quality: 78 });
  if (large) await small(open(false).autoOrient(), previewSide).toFile(preview);
  await small(large ? sharp(preview) : open(false).autoOrient(), thumbnailSide).toFile(thumbnail);
  return {
    size: made.size,
    width: made.width,
    height,
    previewSize: large ? (await stat(preview)).size : null,
    thumbnailSize: (await stat(thumbnail)).size,
    placeholder: await placeholderOf(thumbnail),
  };
}

/**
 * The pixels of an iPhone's picture, upright: its turns are part of the format, and done with. sharp's binaries come
 * without HEVC, which is patented; libheif compiled to WebAssembly brings its own.
 *
 * @param {string} source
 * @returns {Promise<{ data: Uint8Array, width: number, height: number }>}
 */
async function decodeHeic(source) {
  /** @type {unknown} */
  const loaded = createRequire(import.meta.url)("libheif-js/wasm-bundle");
  const libheif = /** @type {{ HeifDecoder: new () => { decode(bytes: Uint8Array): HeifPicture[] } }} */ (loaded);
  const pictures = new libheif.HeifDecoder().decode(await readFile(source));
  const picture = pictures.find((one) => one.is_primary()) ?? pictures[0];
  if (!picture) throw new Error("There is no picture in it.");
  const [width, height] = [picture.get_width(), picture.get_height()];
  if (!(width > 0 && height > 0 && width * height <= mostHeicPixels)) throw new Error("It has too many pixels.");
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise((resolve, reject) => {
    picture.display({ data, width, height }, (shown) => (shown ? resolve(shown) : reject(new Error("It is broken."))));
  });
  return { data: new Uint8Array(data.buffer), width, height };
}

/**
 * @typedef {{ is_primary(): boolean, get_width(): number, get_height(): number,
 *   display(into: { data: Uint8ClampedArray, width: number, height: number }, done: (shown: unknown) => void): void }} HeifPicture
 */

/**
 * A few blurred pixels as a data URL: what is shown until the picture is there.
 *
 * @param {string} thumbnail
 */
async function placeholderOf(thumbnail) {
  for (const side of [16, 12, 8, 4]) {
    const pixels = await sharp(thumbnail)
      .resize({ width: side, height: side, fit: "inside" })
      .webp({ quality: 20, alphaQuality: 20 })
      .toBuffer();
    const url = `data:image/webp;base64,${pixels.toString("base64")}`;
    if (url.length <= placeholderLength) return url;
  }
  return null;
}

process.on("message", (/** @type {Job} */ job) => {
  work(job).then(
    (result) => process.send?.({ id: job.id, result }),
    (/** @type {unknown} */ error) =>
      process.send?.({ id: job.id, reason: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import sharp, { type Sharp } from "sharp";
import { ChatError } from "@/lib/contract/errors";
import { log } from "@/lib/log/log";
import { temporaryFile } from "@/lib/storage/temporary-files";
import { decodeHeic } from "./decode-heic";
import { type FileType, fileTypes } from "./file-types";

export type ProcessedImage = {
  path: string;
  size: number;
  type: FileType;
  thumbnail: { path: string; size: number };
  width: number;
  height: number;
  placeholder: string | null;
};

/** More than any phone's camera; a bomb of a few kilobytes unfolds to far more. Frames of an animation count together. */
const mostPixels = 110_000_000;
const longestSeconds = 30;
const thumbnailSide = 640;
const placeholderLength = 200;

// Several pictures at once would each take memory for all of their pixels.
sharp.concurrency(1);
sharp.cache(false);
// No decoder but those of the list sees a byte, whatever a file pretends to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}`),
});

/**
 * A picture made anew from its pixels: upright, in sRGB, without EXIF, GPS or anything else that came along, and its
 * thumbnail. Refuses a broken or oversized one with `unprocessable`. `keep` hears of every temporary file made.
 */
export async function processImage(
  source: string,
  type: FileType,
  keep: (temporary: string) => void,
): Promise<ProcessedImage> {
  const target = outputs[type.contentType] ?? outputs["image/jpeg"];
  const moves = type.contentType === "image/gif" || type.contentType === "image/webp";
  return gate(async () => {
    try {
      const pixels = type.contentType === "image/heic" ? await decodeHeic(source) : null;
      const open = (animated: boolean) =>
        (pixels
          ? sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
          : sharp(source, { limitInputPixels: mostPixels, failOn: "error", animated })
        ).timeout({ seconds: longestSeconds });
      const path = await temporaryFile();
      keep(path);
      const made = await target.encode(open(moves).autoOrient()).toFile(path);
      const small = await temporaryFile();
      keep(small);
      await open(false)
        .autoOrient()
        .resize({ width: thumbnailSide, height: thumbnailSide, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 75 })
        .toFile(small);
      return {
        path,
        size: made.size,
        type: target.type,
        thumbnail: { path: small, size: (await stat(small)).size },
        width: made.width,
        height: made.pageHeight ?? made.height,
        placeholder: await placeholderOf(small),
      };
    } catch (error) {
      // A full disk is no fault of the picture.
      if (error instanceof Error && /no space left|ENOSPC/i.test(error.message)) throw error;
      log.info({ reason: error instanceof Error ? error.message : String(error) }, "a picture was refused");
      throw new ChatError("unprocessable", "The picture is broken or too large to open.");
    }
  });
}

type Output = { type: FileType; encode: (picture: Sharp) => Sharp };

const as = (contentType: string, encode: Output["encode"]): Output => {
  const type = fileTypes.get(contentType);
  if (!type) throw new Error(`${contentType} is no type of the list.`);
  return { type, encode };
};

const jpeg = as("image/jpeg", (picture) => picture.jpeg({ quality: 88 }));
const webp = as("image/webp", (picture) => picture.webp({ quality: 85, effort: 3 }));

/** What a picture is stored as, by what it was: formats that not every browser shows become ones that it does. */
const outputs: Record<string, Output> & { "image/jpeg": Output } = {
  "image/jpeg": jpeg,
  "image/heic": jpeg,
  "image/png": as("image/png", (picture) => picture.png()),
  "image/gif": as("image/gif", (picture) => picture.gif()),
  "image/webp": webp,
  "image/avif": webp,
};

/** A few blurred pixels as a data URL: what is shown until the picture is there. */
async function placeholderOf(thumbnail: string): Promise<string | null> {
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

/** One core stays with everybody's messages. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));
let running = 0;
const waiting: (() => void)[] = [];

/** At most so many pictures are open at once: the rest wait for their turn. */
async function gate<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

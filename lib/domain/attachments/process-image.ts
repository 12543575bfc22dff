import { ChatError } from "@/lib/contract/errors";
import { log } from "@/lib/log/log";
import { temporaryFile } from "@/lib/storage/temporary-files";
import { type FileType, fileTypes } from "./file-types";
import { type PictureJob, workOnPicture } from "./picture-worker";

type Made = { path: string; size: number };

export type ProcessedImage = Made & {
  type: FileType;
  /** Null where the picture itself is small enough to fill a screen. */
  preview: Made | null;
  thumbnail: Made;
  width: number;
  height: number;
  placeholder: string | null;
};

/**
 * A picture made anew from its pixels: upright, in sRGB, without EXIF, GPS or anything else that came along, and two
 * small ones. Refuses a broken or oversized one with `unprocessable`. `keep` hears of every temporary file made.
 */
export async function processImage(
  source: string,
  type: FileType,
  keep: (temporary: string) => void,
): Promise<ProcessedImage> {
  const format = formats[type.contentType] ?? "jpeg";
  const [whole, preview, thumbnail] = await Promise.all([temporaryFile(), temporaryFile(), temporaryFile()]);
  for (const path of [whole, preview, thumbnail]) keep(path);
  try {
    const facts = await workOnPicture({
      source,
      heic: type.contentType === "image/heic",
      animated: format === "gif" || type.contentType === "image/webp",
      format,
      whole,
      preview,
      thumbnail,
    });
    return {
      path: whole,
      size: facts.size,
      type: typeOf(format),
      preview: facts.previewSize === null ? null : { path: preview, size: facts.previewSize },
      thumbnail: { path: thumbnail, size: facts.thumbnailSize },
      width: facts.width,
      height: facts.height,
      placeholder: facts.placeholder,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // A full disk is no fault of the picture.
    if (/no space left|ENOSPC/i.test(reason)) throw error;
    log.info({ reason }, "a picture was refused");
    throw new ChatError("unprocessable", "The picture is broken or too large to open.");
  }
}

/** What a picture is stored as, by what it was: formats that not every browser shows become ones that it does. */
const formats: Record<string, PictureJob["format"]> = {
  "image/jpeg": "jpeg",
  "image/heic": "jpeg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "webp",
};

function typeOf(format: PictureJob["format"]): FileType {
  const type = fileTypes.get(`image/${format}`);
  if (!type) throw new Error(`${format} is no type of the list.`);
  return type;
}

import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { database } from "@/db/database";
import { insertAttachment, lockUploads, type NewAttachment, type StoredAttachment } from "@/db/queries/attachments";
import { ChatError } from "@/lib/contract/errors";
import { maxVoiceMs } from "@/lib/contract/operations/attachments";
import { configuredStorage } from "@/lib/storage/configured-storage";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { cleanFileName } from "./file-name";
import { fileFacts } from "./file-facts";
import type { FileType } from "./file-types";
import { inspectFile } from "./inspect-file";
import { processImage } from "./process-image";
import { checkQuota, checkSize } from "./quota";
import { stripRecording } from "./strip-recording";
import type { Upload, VoiceFacts } from "./upload";

/**
 * Looks into a file, makes pictures anew, takes what tells a place out of recordings, stores it, and notes it as its uploader's, not yet part of a message.
 * Refuses with `forbidden` (viewers), `invalid_input` (empty), `too_large`, `unsupported_media_type`, `unprocessable` or `rate_limited`
 * (the day's quota); then nothing is left behind.
 */
export async function storeUpload(
  ctx: Ctx,
  upload: Omit<Upload, "sha256">,
  facts: VoiceFacts,
  id?: string,
): Promise<StoredAttachment> {
  requirePermission(ctx, "files.upload");
  if (upload.size === 0) {
    throw new ChatError("invalid_input", "The file is empty.", { fields: { attachment: ["The file is empty."] } });
  }
  await checkSize(database().db, upload.size);
  await checkQuota(database().db, ctx, upload.size);
  const made: string[] = [];
  const stored: string[] = [];
  const put = async (file: { path: string; size: number }, contentType: string) => {
    const key = randomBytes(20).toString("hex");
    stored.push(key);
    await configuredStorage().put(key, { ...file, contentType });
    return key;
  };
  try {
    const found = await inspectFile(upload);
    if (facts.voice && found.family !== "media") {
      throw new ChatError("unsupported_media_type", "A voice message must be a recording.");
    }
    const picture = found.family === "image" ? await processImage(upload.path, found, (path) => made.push(path)) : null;
    await stripRecording(upload.path, found);
    const told = await fileFacts(upload.path, found);
    const duration = told.duration_ms ?? facts.duration_ms ?? null;
    if (facts.voice && duration !== null && duration > maxVoiceMs) {
      throw new ChatError("unprocessable", "A voice message has at most 5 minutes. Send a longer one as a file.");
    }
    const type = picture?.type ?? found;
    const contentType = servedType(type, facts.voice || upload.declaredType.startsWith("audio/"));
    const kind = picture ? ("image" as const) : facts.voice ? ("voice" as const) : ("file" as const);
    return await insertWithinQuota(ctx, id, {
      uploader_id: ctx.userId,
      kind,
      name: cleanFileName(upload.name, type),
      size: picture?.size ?? upload.size,
      content_type: contentType,
      storage_key: await put(picture ?? upload, contentType),
      thumbnail_key: picture && (await put(picture.thumbnail, "image/webp")),
      preview_key: picture?.preview ? await put(picture.preview, "image/webp") : null,
      width: picture?.width ?? told.width,
      height: picture?.height ?? told.height,
      duration_ms: kind === "image" ? null : duration,
      waveform: kind === "voice" ? (facts.waveform ?? null) : null,
      placeholder: picture?.placeholder ?? null,
      pages: told.pages,
    });
  } catch (error) {
    await Promise.allSettled(stored.map((key) => configuredStorage().remove(key)));
    throw error;
  } finally {
    await Promise.all(made.map((path) => rm(path, { force: true })));
  }
}

/** Uploads of one person that run side by side are counted one after the other. */
function insertWithinQuota(ctx: Ctx, id: string | undefined, row: NewAttachment): Promise<StoredAttachment> {
  return database().db.transaction(async (tx) => {
    await lockUploads(tx, ctx.userId);
    await checkQuota(tx, ctx, row.size);
    const stored = await insertAttachment(tx, row, id);
    if (!stored) throw new ChatError("unavailable", "Another server is storing this file. Try again.");
    return stored;
  });
}

/** Recorders put sound alone into the containers of video: it is served as what it is. */
function servedType({ contentType }: FileType, sound: boolean): string {
  if (!sound) return contentType;
  if (contentType === "video/quicktime") return "audio/mp4";
  return contentType.replace(/^video\//, "audio/");
}

import { database } from "@/db/database";
import { newId } from "@/db/queries/attachments";
import { addJob } from "@/db/queries/jobs";
import { ChatError } from "@/lib/contract/errors";
import { extensionOf } from "../attachments/file-name";
import { fileTypes, olderOffice, plainText } from "../attachments/file-types";
import { checkQuota, checkSize } from "../attachments/quota";
import { config } from "@/lib/config/config";
import { uploadHours } from "@/lib/storage/upload-store";
import type { Ctx } from "../ctx";
import { screenName } from "../filter/screen-text";
import { requirePermission } from "../require-permission";

const extensions = new Set([...fileTypes.values(), ...olderOffice, ...plainText].flatMap((type) => type.extensions));

/**
 * Whether an upload in parts may begin; gives the id that it, and later its attachment, bears. What its name already
 * tells is refused before the first byte; what the content is, is looked at when it is whole.
 * Refuses with `forbidden` (viewers), `invalid_input`, `too_large`, `unsupported_media_type`, `filter_refused`, `rate_limited`.
 */
export async function beginUpload(
  ctx: Ctx,
  { name, size }: { name: string; size: number | undefined },
): Promise<string> {
  requirePermission(ctx, "files.upload");
  if (size === undefined || !(size > 0)) {
    throw new ChatError("invalid_input", "The size must be known, and the file not empty.");
  }
  const { db } = database();
  await checkSize(db, size);
  const extension = extensionOf(name);
  if (extension !== "" && !extensions.has(extension)) {
    throw new ChatError("unsupported_media_type", "Files of this type cannot be sent.");
  }
  await screenName(name, "attachment");
  await checkQuota(db, ctx, size);
  const id = await newId(db);
  // An hour later than it may still be finished. A bucket has no folder of uploads to look through.
  if (config().S3_BUCKET) await addJob(db, "forget-upload", { id }, { delay: (uploadHours + 1) * 3600 });
  return id;
}

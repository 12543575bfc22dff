import type { Db } from "@/db/database";
import { selectUploadedToday } from "@/db/queries/attachments";
import { selectSettings } from "@/db/queries/settings";
import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";
import { maxFileBytes } from "@/lib/contract/operations/attachments";
import type { Ctx } from "../ctx";

const mb = 1024 * 1024;

/** Bytes that one person may store on one day (UTC), all files together. */
export async function dailyBytes(db: Db): Promise<number> {
  const { uploadMbPerDay } = await selectSettings(db);
  return (uploadMbPerDay ?? config().UPLOAD_MB_PER_DAY) * mb;
}

/** Bytes of the largest file that anybody may send. */
export async function largestBytes(db: Db): Promise<number> {
  const { fileMb } = await selectSettings(db);
  return fileMb === null ? maxFileBytes : fileMb * mb;
}

/** Refuses with `too_large` what is larger than a file may be. */
export async function checkSize(db: Db, size: number): Promise<void> {
  const most = await largestBytes(db);
  if (size > most) throw new ChatError("too_large", `A file may have at most ${most / mb} MB.`);
}

/** Refuses with `rate_limited` until the next day what goes over the day's quota. */
export async function checkQuota(db: Db, ctx: Ctx, size: number): Promise<void> {
  const { used, seconds_left } = await selectUploadedToday(db, ctx.userId);
  if (used + size <= (await dailyBytes(db))) return;
  throw new ChatError("rate_limited", "You have uploaded as much as a day allows. Go on tomorrow.", {
    retryAfter: seconds_left,
  });
}

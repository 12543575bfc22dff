import type { Db } from "@/db/database";
import { selectUploadedToday } from "@/db/queries/attachments";
import { selectSettings } from "@/db/queries/settings";
import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";

/** Bytes that one person may store on one day (UTC), all files together. */
export async function dailyBytes(db: Db): Promise<number> {
  const { uploadMbPerDay } = await selectSettings(db);
  return (uploadMbPerDay ?? config().UPLOAD_MB_PER_DAY) * 1024 * 1024;
}

/** Refuses with `rate_limited` until the next day what goes over the day's quota. */
export async function checkQuota(db: Db, ctx: Ctx, size: number): Promise<void> {
  const { used, seconds_left } = await selectUploadedToday(db, ctx.userId);
  if (used + size <= (await dailyBytes(db))) return;
  throw new ChatError("rate_limited", "You have uploaded as much as a day allows. Go on tomorrow.", {
    retryAfter: seconds_left,
  });
}

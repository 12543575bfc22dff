import { database } from "@/db/database";
import { selectSettings } from "@/db/queries/settings";
import { config } from "@/lib/config/config";
import { type HouseLimit, houseLimitNames, houseLimits } from "@/lib/contract/house-limits";
import type { HouseSettings } from "@/lib/contract/house-settings";
import { maxFileBytes } from "@/lib/contract/operations/attachments";
import { usualLockMinutes } from "../shared-devices/usual-lock-minutes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** What is set for everybody, and what counts where nothing is. Refuses with `forbidden`. */
export async function getSettings(ctx: Ctx): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  const row = await selectSettings(database().db);
  return {
    upload_mb_per_day: row.uploadMbPerDay,
    file_mb: row.fileMb,
    lock_minutes: row.lockMinutes ?? usualLockMinutes,
    limits: ofEach((limit) => row.limits[limit] ?? null),
    message_days: row.messageDays,
    usual: {
      upload_mb_per_day: config().UPLOAD_MB_PER_DAY,
      file_mb: maxFileBytes / 1024 / 1024,
      lock_minutes: usualLockMinutes,
      limits: ofEach((limit) => houseLimits[limit].usual),
    },
  };
}

function ofEach<T>(value: (limit: HouseLimit) => T): Record<HouseLimit, T> {
  return Object.fromEntries(houseLimitNames.map((limit) => [limit, value(limit)])) as Record<HouseLimit, T>;
}

import { database } from "@/db/database";
import { selectSettings } from "@/db/queries/settings";
import type { HouseSettings } from "@/lib/contract/admin";
import { usualLockMinutes } from "../shared-devices/usual-lock-minutes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** What is set for everybody. Refuses with `forbidden`. */
export async function getSettings(ctx: Ctx): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  const row = await selectSettings(database().db);
  return { upload_mb_per_day: row.uploadMbPerDay, lock_minutes: row.lockMinutes ?? usualLockMinutes };
}

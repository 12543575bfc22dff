import { database } from "@/db/database";
import { selectSettings } from "@/db/queries/settings";
import type { HouseSettings } from "@/lib/contract/admin";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** What is set for everybody. Refuses with `forbidden`. */
export async function getSettings(ctx: Ctx): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  return { upload_mb_per_day: (await selectSettings(database().db)).uploadMbPerDay };
}

import { database } from "@/db/database";
import { selectSettings, writeSettings } from "@/db/queries/settings";
import type { HouseSettings } from "@/lib/contract/admin";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { getSettings } from "./get-settings";

/** Changes what is set for everybody, from now on. Refuses with `forbidden`. */
export async function updateSettings(ctx: Ctx, given: Partial<HouseSettings>): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  await database().db.transaction(async (tx) => {
    const before = await selectSettings(tx);
    const { upload_mb_per_day: limit } = given;
    if (limit === undefined || limit === before.uploadMbPerDay) return;
    await writeSettings(tx, { uploadMbPerDay: limit });
    await recordAudit(tx, ctx, {
      action: "house.settings_changed",
      target: { type: "house", id: "settings" },
      details: { upload_mb_per_day: [before.uploadMbPerDay, limit] },
    });
  });
  return getSettings(ctx);
}

import { database } from "@/db/database";
import { selectSettings, writeSettings } from "@/db/queries/settings";
import type { HouseSettings } from "@/lib/contract/admin";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { usualLockMinutes } from "../shared-devices/usual-lock-minutes";
import { getSettings } from "./get-settings";

/** Changes what is set for everybody, from now on. Refuses with `forbidden`. */
export async function updateSettings(ctx: Ctx, given: Partial<HouseSettings>): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  await database().db.transaction(async (tx) => {
    const before = await selectSettings(tx);
    const upload = changed(before.uploadMbPerDay, given.upload_mb_per_day);
    const lock = changed(before.lockMinutes ?? usualLockMinutes, given.lock_minutes);
    if (!upload && !lock) return;
    await writeSettings(tx, { ...(upload && { uploadMbPerDay: upload[1] }), ...(lock && { lockMinutes: lock[1] }) });
    await recordAudit(tx, ctx, {
      action: "house.settings_changed",
      target: { type: "house", id: "settings" },
      details: { ...(upload && { upload_mb_per_day: upload }), ...(lock && { lock_minutes: lock }) },
    });
  });
  return getSettings(ctx);
}

const changed = <T>(before: T, given: T | undefined): [T, T] | undefined =>
  given === undefined || given === before ? undefined : [before, given];

import { database } from "@/db/database";
import { type HouseSettingsRow, lockSettings, selectSettings, writeSettings } from "@/db/queries/settings";
import type { AuditDetail } from "@/lib/contract/audit-details";
import { type HouseLimit, houseLimitNames } from "@/lib/contract/house-limits";
import type { HouseSettings, HouseSettingsChange } from "@/lib/contract/house-settings";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { usualLockMinutes } from "../shared-devices/usual-lock-minutes";
import { getSettings } from "./get-settings";
import { rereadSettings } from "./settings-now";

/**
 * Changes what is set for everybody. When it resolves it counts on this node, and the others have been told.
 * Refuses with `forbidden`.
 */
export async function updateSettings(ctx: Ctx, given: HouseSettingsChange): Promise<HouseSettings> {
  requirePermission(ctx, "house.settings");
  const isChanged = await database().db.transaction(async (tx) => {
    await lockSettings(tx);
    const { details, values } = compare(await selectSettings(tx), given);
    if (Object.keys(details).length === 0) return false;
    await writeSettings(tx, values);
    await recordAudit(tx, ctx, {
      action: "house.settings_changed",
      target: { type: "house", id: "settings" },
      details,
    });
    return true;
  });
  if (isChanged) {
    publish({ kind: "settings" });
    await rereadSettings();
  }
  return getSettings(ctx);
}

type Values = Partial<HouseSettingsRow>;

/** What is other than before, as it is written and, with the old and the new value, as the audit log tells it. */
function compare(before: HouseSettingsRow, given: HouseSettingsChange) {
  const details: Partial<Record<AuditDetail, [before: number | null, after: number | null]>> = {};
  const values: Values = {};
  const put = (
    name: AuditDetail,
    was: number | null,
    is: number | null | undefined,
    change: (value: number | null) => Values,
  ) => {
    if (is === undefined || is === was) return;
    details[name] = [was, is];
    Object.assign(values, change(is));
  };
  put("upload_mb_per_day", before.uploadMbPerDay, given.upload_mb_per_day, (uploadMbPerDay) => ({ uploadMbPerDay }));
  put("file_mb", before.fileMb, given.file_mb, (fileMb) => ({ fileMb }));
  put("lock_minutes", before.lockMinutes ?? usualLockMinutes, given.lock_minutes, (lockMinutes) => ({ lockMinutes }));
  put("message_days", before.messageDays, given.message_days, (messageDays) => ({ messageDays }));
  for (const limit of houseLimitNames) {
    put(`limits.${limit}`, before.limits[limit] ?? null, given.limits?.[limit], (value) => ({
      limits: withLimit(values.limits ?? before.limits, limit, value),
    }));
  }
  return { details, values };
}

function withLimit(limits: HouseSettingsRow["limits"], limit: HouseLimit, value: number | null) {
  const { [limit]: _, ...others } = limits;
  return value === null ? others : { ...others, [limit]: value };
}

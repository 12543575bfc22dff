import type { Db } from "@/db/database";
import { houseSettings } from "@/db/schema/settings";

export type SettingsRow = typeof houseSettings.$inferSelect;

export async function selectSettings(db: Db): Promise<Omit<SettingsRow, "only">> {
  const [row] = await db.select().from(houseSettings);
  return { uploadMbPerDay: row?.uploadMbPerDay ?? null, lockMinutes: row?.lockMinutes ?? null };
}

export async function writeSettings(db: Db, values: Partial<Omit<SettingsRow, "only">>): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await db.insert(houseSettings).values(values).onConflictDoUpdate({ target: houseSettings.only, set: values });
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { houseSettings } from "@/db/schema/settings";

const settingsLock = 4_218_006;

export type HouseSettingsRow = Omit<typeof houseSettings.$inferSelect, "only">;

export async function selectSettings(db: Db): Promise<HouseSettingsRow> {
  const [row] = await db.select().from(houseSettings);
  const { uploadMbPerDay = null, lockMinutes = null, fileMb = null, messageDays = null, limits = {} } = row ?? {};
  return { uploadMbPerDay, lockMinutes, fileMb, messageDays, limits };
}

export async function writeSettings(db: Db, values: Partial<HouseSettingsRow>): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await db.insert(houseSettings).values(values).onConflictDoUpdate({ target: houseSettings.only, set: values });
}

/** Whoever changes the settings does so one after the other: what is audited as the old value was it. */
export async function lockSettings(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${settingsLock})`);
}

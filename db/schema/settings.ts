import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, smallint } from "drizzle-orm/pg-core";
import type { HouseLimit } from "@/lib/contract/house-limits";

/** What can be set for everybody while the server runs: one row, and none until somebody has set something. */
export const houseSettings = pgTable(
  "house_settings",
  {
    only: boolean().primaryKey().default(true),
    uploadMbPerDay: integer("upload_mb_per_day"),
    /** Minutes without a touch after which a shared device locks itself; null: the usual five. */
    lockMinutes: smallint("lock_minutes"),
    /** The largest single file; null: as large as any may be. */
    fileMb: smallint("file_mb"),
    /** Days after which messages are removed; null: never. */
    messageDays: smallint("message_days"),
    /** What one person may do how often. What is not named is as usual. */
    limits: jsonb()
      .$type<Partial<Record<HouseLimit, number>>>()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    check("house_settings_one_row", sql`${t.only}`),
    check("house_settings_upload", sql`${t.uploadMbPerDay} > 0`),
    check("house_settings_lock", sql`${t.lockMinutes} between 1 and 60`),
    check("house_settings_file", sql`${t.fileMb} between 1 and 25`),
    check("house_settings_days", sql`${t.messageDays} between 30 and 3650`),
    check("house_settings_limits", sql`jsonb_typeof(${t.limits}) = 'object'`),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, smallint } from "drizzle-orm/pg-core";

/** What can be set for everybody while the server runs: one row, and none until somebody has set something. */
export const houseSettings = pgTable(
  "house_settings",
  {
    only: boolean().primaryKey().default(true),
    uploadMbPerDay: integer("upload_mb_per_day"),
    /** Minutes without a touch after which a shared device locks itself; null: the usual five. */
    lockMinutes: smallint("lock_minutes"),
  },
  (t) => [
    check("house_settings_one_row", sql`${t.only}`),
    check("house_settings_upload", sql`${t.uploadMbPerDay} > 0`),
    check("house_settings_lock", sql`${t.lockMinutes} between 1 and 60`),
  ],
);

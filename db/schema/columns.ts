import { sql } from "drizzle-orm";
import { customType, timestamp } from "drizzle-orm/pg-core";

/** Times stay strings with microseconds: a JavaScript Date would round them and break inclusive comparisons. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 6, mode: "string" });

export const createdAt = () =>
  instant("created_at")
    .notNull()
    .default(sql`clock_timestamp()`);
export const modifiedAt = () =>
  instant("modified_at")
    .notNull()
    .default(sql`clock_timestamp()`);

/** A 64-bit transaction id: what the sync cursor compares (docs/decisions/0003-sync-cursor.md). */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns";
import { taskGroupEnum, users } from "./users";

/** A browser that a manager has approved for everybody of a team: the tablet in the laundry. Its cookie holds the token. */
export const sharedDevices = pgTable(
  "shared_devices",
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull(),
    /** Whose names it offers; `none`: everybody's. */
    taskGroup: taskGroupEnum("task_group").notNull().default("none"),
    tokenHash: bytea("token_hash").notNull(),
    approvedById: integer("approved_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("shared_devices_token_key").on(t.tokenHash), check("shared_devices_name", sql`${t.name} <> ''`)],
);

export const pins = pgTable("pins", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id),
  pinHash: text("pin_hash").notNull(),
  createdAt: createdAt(),
});

/** Wrong PINs of a person at a device since the last right one. A restart forgets none, and all nodes see the same. */
export const pinFailures = pgTable(
  "pin_failures",
  {
    deviceId: uuid("device_id")
      .notNull()
      .references(() => sharedDevices.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    failures: integer().notNull(),
    lockedUntil: instant("locked_until"),
  },
  (t) => [primaryKey({ columns: [t.deviceId, t.userId] }), check("pin_failures_some", sql`${t.failures} > 0`)],
);

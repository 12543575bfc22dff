import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns";
import { sharedDevices } from "./shared-devices";
import { users } from "./users";

export const sessionKind = pgEnum("session_kind", ["browser", "device"]);

/** One signed-in browser or phone. Every token and cookie names its session, so that revoking the row ends them all. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    kind: sessionKind().notNull(),
    userAgent: text("user_agent").notNull().default(""),
    address: text().notNull().default(""),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedReason: text("revoked_reason"),
    /** Where it was opened by a PIN: it may do less than one that was opened by a password. */
    sharedDeviceId: uuid("shared_device_id").references(() => sharedDevices.id),
  },
  (t) => [
    index("sessions_user_idx").on(t.userId),
    index("sessions_shared_device_idx")
      .on(t.sharedDeviceId)
      .where(sql`${t.sharedDeviceId} is not null and ${t.revokedAt} is null`),
  ],
);

/** Refresh tokens, hashed. A used one stays, so that using it again can be told from never having existed. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    tokenHash: bytea("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [uniqueIndex("refresh_tokens_hash_key").on(t.tokenHash), index("refresh_tokens_session_idx").on(t.sessionId)],
);

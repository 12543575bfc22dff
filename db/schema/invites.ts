import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns";
import { roleEnum, taskGroupEnum, users } from "./users";

/** Codes that let somebody in: to an account of their own (`join`), or to a new password for one (`password`). */
export const invites = pgTable(
  "invites",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().$type<"join" | "password">().notNull(),
    /** The code itself is shown once and kept nowhere. */
    codeHash: bytea("code_hash").notNull(),
    label: text().notNull().default(""),
    role: roleEnum().notNull().default("staff"),
    taskGroup: taskGroupEnum("task_group").notNull().default("none"),
    /** Whose password it sets. */
    userId: integer("user_id").references(() => users.id),
    maxUses: integer("max_uses").notNull().default(1),
    uses: integer().notNull().default(0),
    createdById: integer("created_by_id")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("invites_code_key").on(t.codeHash),
    index("invites_user_idx").on(t.userId),
    check("invites_kind", sql`${t.kind} in ('join', 'password')`),
    check("invites_password_has_user", sql`(${t.kind} = 'password') = (${t.userId} is not null)`),
    check("invites_uses", sql`${t.uses} between 0 and ${t.maxUses}`),
  ],
);

import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgEnum, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { roles } from "@/lib/contract/roles";
import { taskGroups } from "@/lib/contract/task-groups";
import { createdAt, instant, modifiedAt } from "./columns";

export const roleEnum = pgEnum("role", roles);
export const taskGroupEnum = pgEnum("task_group", taskGroups);

export const users = pgTable(
  "users",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    username: text().notNull(),
    email: text().notNull().default(""),
    passwordHash: text("password_hash"),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    role: roleEnum().notNull().default("staff"),
    taskGroup: taskGroupEnum("task_group").notNull().default("none"),
    isActive: boolean("is_active").notNull().default(true),
    locale: text().notNull().default("en"),
    timezone: text().notNull().default("UTC"),
    avatarUrl: text("avatar_url"),
    onDuty: boolean("on_duty").notNull().default(false),
    doNotDisturb: boolean("do_not_disturb").notNull().default(false),
    quietHours: jsonb("quiet_hours").$type<{ days: number[]; start: string; end: string }>(),
    /** Whether notifications show who wrote what. */
    notificationText: boolean("notification_text").notNull().default(true),
    /** Words that concern this person as if they were named. */
    keywords: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Minutes after which a mention that they left unread is told by e-mail; null: never. */
    mailAfter: smallint("mail_after").default(60),
    /** Up to here mentions were told by e-mail. */
    mailedUntil: instant("mailed_until"),
    /** Up to here they have looked at what concerned them. */
    noticesSeenAt: instant("notices_seen_at"),
    lastActiveAt: instant("last_active_at"),
    createdAt: createdAt(),
    modifiedAt: modifiedAt(),
  },
  (t) => [
    uniqueIndex("users_username_key").on(sql`lower(${t.username})`),
    uniqueIndex("users_email_key")
      .on(sql`lower(${t.email})`)
      .where(sql`${t.email} <> ''`),
    check("users_username_form", sql`${t.username} ~ '^[A-Za-z0-9_.+@-]{1,150}$'`),
  ],
);

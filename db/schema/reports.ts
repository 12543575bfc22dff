import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type ReportAction, reportReasons, reportSources } from "@/lib/contract/report-words";
import { createdAt, instant } from "./columns";
import { messages } from "./messages";
import { rooms } from "./rooms";
import { users } from "./users";

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** What moderators are asked to look at: a message, or a person. There is one open report of each at a time. */
export const reports = pgTable(
  "reports",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    source: text().$type<(typeof reportSources)[number]>().notNull().default("people"),
    /** Whom it is about: of a message its sender. */
    personId: integer("person_id")
      .notNull()
      .references(() => users.id),
    messageId: uuid("message_id").references(() => messages.id),
    roomId: uuid("room_id").references(() => rooms.id),
    /** The message as it was when it was reported: it may be edited or deleted since. */
    content: text(),
    /** The numbers of the messages around it that moderators may see: what was said later is none of their business. */
    contextFrom: integer("context_from"),
    contextTo: integer("context_to"),
    openedAt: instant("opened_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    closedAt: instant("closed_at"),
  },
  (t) => [
    uniqueIndex("reports_open_message_key")
      .on(t.messageId)
      .where(sql`${t.closedAt} is null and ${t.messageId} is not null`),
    uniqueIndex("reports_open_person_key")
      .on(t.personId)
      .where(sql`${t.closedAt} is null and ${t.messageId} is null`),
    index("reports_open_idx")
      .on(t.openedAt)
      .where(sql`${t.closedAt} is null`),
    index("reports_closed_idx")
      .on(t.closedAt)
      .where(sql`${t.closedAt} is not null`),
    index("reports_message_idx").on(t.messageId),
    check("reports_source", sql`${t.source} in (${oneOf(reportSources)})`),
    check("reports_message_has_room", sql`(${t.messageId} is null) = (${t.roomId} is null)`),
  ],
);

/** Who reported it, once each. Without a reporter it was no person. */
export const reportEntries = pgTable(
  "report_entries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    reporterId: integer("reporter_id").references(() => users.id),
    reason: text().$type<(typeof reportReasons)[number]>().notNull(),
    note: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("report_entries_key").on(t.reportId, t.reporterId),
    check("report_entries_reason", sql`${t.reason} in (${oneOf(reportReasons)})`),
  ],
);

/** What moderators did about it. */
export const reportDecisions = pgTable(
  "report_decisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    actorId: integer("actor_id").references(() => users.id),
    action: text().$type<ReportAction>().notNull(),
    note: text().notNull().default(""),
    /** The end of a silence. */
    until: instant("until"),
    createdAt: createdAt(),
  },
  (t) => [index("report_decisions_report_idx").on(t.reportId)],
);

/** What a moderator told somebody, who has to say that they have read it. */
export const warnings = pgTable(
  "warnings",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    note: text().notNull(),
    createdAt: createdAt(),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (t) => [
    index("warnings_user_idx").on(t.userId),
    uniqueIndex("warnings_open_key")
      .on(t.reportId)
      .where(sql`${t.acknowledgedAt} is null`),
  ],
);

/** What a hidden message was: its row holds a placeholder, so that no way of reading messages can show it. */
export const hiddenMessages = pgTable("hidden_messages", {
  messageId: uuid("message_id")
    .primaryKey()
    .references(() => messages.id),
  content: text().notNull(),
  mentions: integer().array().notNull(),
  mentionsAll: boolean("mentions_all").notNull(),
  attachmentCount: integer("attachment_count").notNull(),
  linkId: bigint("link_id", { mode: "number" }),
  hiddenById: integer("hidden_by_id").references(() => users.id),
  createdAt: createdAt(),
});

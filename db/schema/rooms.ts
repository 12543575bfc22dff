import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { notifyLevels, roomTypes, whoWrites } from "@/lib/contract/shapes";
import { createdAt, instant, modifiedAt, xid8 } from "./columns";
import { properties, tasks } from "./work";
import { users } from "./users";

export const roomTypeEnum = pgEnum("room_type", roomTypes);
export const notifyLevelEnum = pgEnum("notify_level", notifyLevels);
export const whoWritesEnum = pgEnum("who_writes", whoWrites);

/**
 * A room and its counters. Whoever writes anything durable into a room holds this row, which is what makes `last_seq`
 * gapless. No index covers a column that a send changes (updates stay heap-only), but for the newest-first list.
 */
export const rooms = pgTable(
  "rooms",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    roomType: roomTypeEnum("room_type").notNull(),
    name: text().notNull().default(""),
    description: text().notNull().default(""),
    taskId: integer("task_id").references(() => tasks.id),
    propertyId: integer("property_id").references(() => properties.id),
    /** `<smaller user id>:<larger user id>` of a direct room: one room per pair. */
    directKey: text("direct_key"),
    createdById: integer("created_by_id").references(() => users.id),
    createdAt: createdAt(),
    modifiedAt: modifiedAt(),
    archivedAt: instant("archived_at"),
    lastSeq: bigint("last_seq", { mode: "number" }).notNull().default(0),
    /** The transaction that wrote the newest event: lets `sync` pass over quiet rooms. */
    lastXid: xid8("last_xid")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    lastMessageId: uuid("last_message_id"),
    lastActivityAt: instant("last_activity_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** How many message numbers were given out, deleted ones included. */
    messageTotal: integer("message_total").notNull().default(0),
    /** Those after `goneNumber` that are not deleted. */
    messageCount: integer("message_count").notNull().default(0),
    /** Messages up to this number of the log, and up to this number of theirs, were removed by age; 0: none (decision 45). */
    goneSeq: bigint("gone_seq", { mode: "number" }).notNull().default(0),
    goneNumber: integer("gone_number").notNull().default(0),
    pinnedCount: integer("pinned_count").notNull().default(0),
    participantCount: integer("participant_count").notNull().default(0),
    /** Of an announcement room: `admins`. */
    whoWrites: whoWritesEnum("who_writes").notNull().default("everybody"),
  },
  (t) => [
    uniqueIndex("rooms_direct_key").on(t.directKey),
    index("rooms_task_idx").on(t.taskId),
    index("rooms_property_idx").on(t.propertyId),
    check("rooms_name_length", sql`length(${t.name}) <= 255`),
    check("rooms_direct_has_pair", sql`(${t.roomType} = 'direct') = (${t.directKey} is not null)`),
    check("rooms_direct_is_for_both", sql`${t.roomType} <> 'direct' or ${t.whoWrites} = 'everybody'`),
    check("rooms_task_has_task", sql`${t.roomType} <> 'task' or ${t.taskId} is not null`),
    check("rooms_property_has_property", sql`${t.roomType} <> 'property' or ${t.propertyId} is not null`),
  ],
);

/** Membership, and how far the person has read. The row stays when somebody leaves. */
export const participants = pgTable(
  "participants",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    isAdmin: boolean("is_admin").notNull().default(false),
    isMuted: boolean("is_muted").notNull().default(false),
    mutedUntil: instant("muted_until"),
    notify: notifyLevelEnum().notNull().default("all"),
    joinedAt: instant("joined_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    leftAt: instant("left_at"),
    lastReadSeq: bigint("last_read_seq", { mode: "number" }).notNull().default(0),
    lastReadAt: instant("last_read_at"),
    joinedSeq: bigint("joined_seq", { mode: "number" }).notNull().default(1),
    leftSeq: bigint("left_seq", { mode: "number" }),
    joinedXid: xid8("joined_xid")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    leftXid: xid8("left_xid"),
    /** Has been away once: catching up over that absence is a reset. */
    rejoined: boolean().notNull().default(false),
    /** Until then this person only reads here; leaving and coming back does not end it. */
    silencedUntil: instant("silenced_until"),
  },
  (t) => [
    uniqueIndex("participants_room_user_key").on(t.roomId, t.userId),
    index("participants_user_idx").on(t.userId),
    check("participants_watermark", sql`${t.lastReadSeq} >= 0`),
  ],
);

/** Every forward move of a watermark: from these the times in `read_by` derive. */
export const readMarks = pgTable(
  "read_marks",
  {
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    seq: bigint("seq", { mode: "number" }).notNull(),
    readAt: instant("read_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [uniqueIndex("read_marks_key").on(t.roomId, t.userId, t.seq)],
);

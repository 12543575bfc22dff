import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { messages } from "./messages";
import { rooms } from "./rooms";
import { sessions } from "./sessions";
import { users } from "./users";

/**
 * Where notifications of a person can be sent: a browser's push subscription, or a phone app's token. It belongs to the
 * session that registered it: whoever is signed out there gets nothing there.
 */
export const pushDevices = pgTable(
  "push_devices",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    kind: text().$type<"web" | "fcm">().notNull(),
    /** The endpoint of a subscription, or the token. Whoever registers it last has it. */
    address: text().notNull(),
    /** Of a subscription: what messages to it are encrypted for. */
    p256dh: text(),
    auth: text(),
    platform: text().$type<"web" | "android" | "ios">().notNull(),
    createdAt: createdAt(),
    /** When a push service last took something for it. */
    acceptedAt: instant("accepted_at"),
    /** When one last did not. */
    failedAt: instant("failed_at"),
    /** Why the last try did not succeed; null once one did. */
    failure: text(),
  },
  (t) => [
    uniqueIndex("push_devices_address_key").on(t.address),
    index("push_devices_user_idx").on(t.userId),
    index("push_devices_session_idx").on(t.sessionId),
    check("push_devices_keys", sql`(${t.kind} = 'web') = (${t.p256dh} is not null and ${t.auth} is not null)`),
    check("push_devices_address_length", sql`length(${t.address}) <= 2048`),
  ],
);

export const deliveryStatuses = ["queued", "sent", "accepted", "skipped", "gone", "failed"] as const;

/**
 * What is or was sent to a device. `subject` says what it is about, once a device for ever. The device may be gone: the
 * record stays for thirty days.
 */
export const pushDeliveries = pgTable(
  "push_deliveries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    deviceId: uuid("device_id").notNull(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    subject: text().notNull(),
    roomId: uuid("room_id").references(() => rooms.id),
    messageId: uuid("message_id").references(() => messages.id),
    status: text().$type<(typeof deliveryStatuses)[number]>().notNull().default("queued"),
    /** What the push service answered last, or why nothing was sent. */
    reason: text(),
    tries: smallint().notNull().default(0),
    dueAt: instant("due_at").notNull(),
    createdAt: createdAt(),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    uniqueIndex("push_deliveries_subject_key").on(t.deviceId, t.subject),
    index("push_deliveries_open_idx")
      .on(t.dueAt)
      .where(sql`${t.status} in ('queued', 'sent')`),
    index("push_deliveries_age_idx").on(t.createdAt),
    index("push_deliveries_failed_idx")
      .on(t.changedAt)
      .where(sql`${t.status} in ('gone', 'failed')`),
    index("push_deliveries_user_room_idx").on(t.userId, t.roomId, t.createdAt),
    check("push_deliveries_status", sql`${t.status} in ('queued', 'sent', 'accepted', 'skipped', 'gone', 'failed')`),
  ],
);

/** Up to which event of a room it was decided who is notified. Held by whoever decides, so that each is decided once. */
export const roomNotified = pgTable("room_notified", {
  roomId: uuid("room_id")
    .primaryKey()
    .references(() => rooms.id),
  seq: bigint({ mode: "number" }).notNull().default(0),
});

/** Messages that go through quiet hours, by the word of their sender, who has to say why. */
export const urgentMessages = pgTable("urgent_messages", {
  messageId: uuid("message_id")
    .primaryKey()
    .references(() => messages.id),
  reason: text().notNull(),
  createdAt: createdAt(),
});

import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns";
import { messages } from "./messages";
import { rooms } from "./rooms";
import { users } from "./users";

/** Everything of a send that a rule of the filter holds: it is no message before a moderator lets it through. */
export const heldTexts = pgTable(
  "held_texts",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    senderId: integer("sender_id")
      .notNull()
      .references(() => users.id),
    /** The client's, or one made for it: with it the message is written once. */
    clientId: text("client_id").notNull(),
    sentHash: bytea("sent_hash").notNull(),
    messageType: text("message_type").$type<"text" | "image" | "file" | "voice">(),
    /** Empty once its writer has taken it back: nobody else ever saw it. */
    content: text().notNull(),
    replyToId: uuid("reply_to_id").references(() => messages.id),
    threadRootId: uuid("thread_root_id").references(() => messages.id),
    /** In their order. */
    attachmentIds: uuid("attachment_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    beforeAfter: boolean("before_after").notNull().default(false),
    /** The rules may be changed or gone when a moderator looks. */
    rules: jsonb().$type<{ rule: number; text: string }[]>().notNull(),
    /** The number of the room's last message then: what was said later is none of the moderators' business. */
    contextTo: integer("context_to").notNull(),
    state: text().$type<"waiting" | "released" | "refused" | "withdrawn">().notNull().default("waiting"),
    reason: text().notNull().default(""),
    decidedById: integer("decided_by_id").references(() => users.id),
    decidedAt: instant("decided_at"),
    messageId: uuid("message_id").references(() => messages.id),
    /** Its writer has read that it was refused. */
    seenAt: instant("seen_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("held_texts_client_key").on(t.senderId, t.clientId),
    index("held_texts_waiting_idx")
      .on(t.createdAt)
      .where(sql`${t.state} = 'waiting'`),
    index("held_texts_decided_idx")
      .on(t.decidedAt)
      .where(sql`${t.state} in ('released', 'refused')`),
    check("held_texts_state", sql`${t.state} in ('waiting', 'released', 'refused', 'withdrawn')`),
    check("held_texts_decided", sql`(${t.state} = 'waiting') = (${t.decidedAt} is null)`),
    check("held_texts_released", sql`(${t.state} = 'released') = (${t.messageId} is not null)`),
  ],
);

import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { messageTypes } from "@/lib/contract/shapes";
import { bytea, createdAt, instant, modifiedAt, xid8 } from "./columns";
import { heldTexts } from "./held";
import { links } from "./links";
import { rooms } from "./rooms";
import { users } from "./users";

export const messageTypeEnum = pgEnum("message_type", messageTypes);

export const messages = pgTable(
  "messages",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    /** The number of its `message.created` in the room's log. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** 1, 2, 3 … among the room's messages, without a gap: a page by number is an index range (docs/decisions/0004-pages-by-number.md). */
    number: integer().notNull(),
    senderId: integer("sender_id").references(() => users.id),
    /** What the sender's device called it, for ever unique. Any string of up to 128 characters. */
    clientId: text("client_id"),
    /** SHA-256 of what was first sent, so that a retry after an edit is still recognised. */
    sentHash: bytea("sent_hash"),
    messageType: messageTypeEnum("message_type").notNull().default("text"),
    content: text().notNull(),
    replyToId: uuid("reply_to_id").references((): AnyPgColumn => messages.id),
    threadRootId: uuid("thread_root_id").references((): AnyPgColumn => messages.id),
    replyCount: integer("reply_count").notNull().default(0),
    mentions: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    mentionsAll: boolean("mentions_all").notNull().default(false),
    reactions: jsonb()
      .$type<{ emoji: string; user_ids: number[] }[]>()
      .notNull()
      .default(sql`'[]'`),
    attachmentCount: integer("attachment_count").notNull().default(0),
    /** What its first link leads to, once somebody has looked; `link_removed`: its sender wants no preview. */
    linkId: bigint("link_id", { mode: "number" }).references(() => links.id),
    linkRemoved: boolean("link_removed").notNull().default(false),
    createdAt: createdAt(),
    modifiedAt: modifiedAt(),
    editedAt: instant("edited_at"),
    deletedAt: instant("deleted_at"),
    pinnedAt: instant("pinned_at"),
    /** By a moderator: what it said lies in `hidden_messages`. */
    hiddenAt: instant("hidden_at"),
  },
  (t) => [
    uniqueIndex("messages_room_seq_key").on(t.roomId, t.seq),
    uniqueIndex("messages_room_number_key").on(t.roomId, t.number),
    uniqueIndex("messages_sender_client_key").on(t.senderId, t.clientId),
    index("messages_thread_idx")
      .on(t.threadRootId, t.seq)
      .where(sql`${t.threadRootId} is not null`),
    index("messages_pinned_idx")
      .on(t.roomId, t.pinnedAt)
      .where(sql`${t.pinnedAt} is not null`),
    index("messages_mentions_idx")
      .using("gin", t.mentions)
      .where(sql`${t.mentions} <> '{}'`),
    index("messages_mentioning_idx")
      .on(t.id)
      .where(sql`${t.mentions} <> '{}'`),
    index("messages_mentions_all_idx")
      .on(t.roomId, t.seq)
      .where(sql`${t.mentionsAll}`),
    index("messages_replies_idx")
      .on(t.roomId, t.seq)
      .where(sql`${t.replyToId} is not null`),
    index("messages_deleted_idx")
      .on(t.roomId, t.number)
      .where(sql`${t.deletedAt} is not null`),
    index("messages_files_idx")
      .on(t.roomId, t.seq)
      .where(sql`${t.attachmentCount} > 0`),
    index("messages_link_idx")
      .on(t.linkId)
      .where(sql`${t.linkId} is not null`),
    check("messages_client_id_length", sql`length(${t.clientId}) <= 128`),
  ],
);

/** Earlier text of edited and deleted messages: for audit alone, out of every normal read. */
export const messageVersions = pgTable(
  "message_versions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id),
    content: text().notNull(),
    replacedAt: instant("replaced_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    replacedById: integer("replaced_by_id").references(() => users.id),
  },
  (t) => [index("message_versions_message_idx").on(t.messageId)],
);

/** The rooms' log. A row says what happened; what the event carries is built from the present state when it is read. */
export const events = pgTable(
  "events",
  {
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    seq: bigint("seq", { mode: "number" }).notNull(),
    type: text().notNull(),
    at: instant("at")
      .notNull()
      .default(sql`clock_timestamp()`),
    xid: xid8("xid")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    messageId: uuid("message_id"),
    userId: integer("user_id"),
    data: jsonb().$type<{ emoji?: string; on?: boolean }>(),
  },
  (t) => [
    primaryKey({ name: "events_pkey", columns: [t.roomId, t.seq] }),
    index("events_reactions_idx")
      .on(t.roomId, t.seq)
      .where(sql`${t.type} = 'reaction.changed'`),
  ],
);

/** Files. Not part of a message until `messageId` is set; `position` keeps their order in it. */
export const attachments = pgTable(
  "attachments",
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuid_v7()`),
    uploaderId: integer("uploader_id")
      .notNull()
      .references(() => users.id),
    messageId: uuid("message_id").references(() => messages.id),
    /** The held text that it was sent with: until that is decided it is nobody's to send or to sweep away. */
    heldId: uuid("held_id").references((): AnyPgColumn => heldTexts.id),
    position: integer().notNull().default(0),
    kind: text().$type<"image" | "file" | "voice">().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    contentType: text("content_type").notNull(),
    storageKey: text("storage_key").notNull(),
    thumbnailKey: text("thumbnail_key"),
    /** The larger of the two small ones: fills a screen. */
    previewKey: text("preview_key"),
    width: integer(),
    height: integer(),
    durationMs: integer("duration_ms"),
    waveform: integer().array(),
    placeholder: text(),
    /** Of a PDF. */
    pages: integer(),
    /** Of the two pictures of a pair. */
    moment: text().$type<"before" | "after">(),
    createdAt: createdAt(),
  },
  (t) => [
    index("attachments_message_idx").on(t.messageId),
    index("attachments_held_idx")
      .on(t.heldId)
      .where(sql`${t.heldId} is not null`),
    index("attachments_uploader_idx").on(t.uploaderId, t.createdAt),
    check("attachments_moment", sql`${t.moment} in ('before', 'after')`),
    check("attachments_kind", sql`${t.kind} in ('image', 'file', 'voice')`),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { rooms } from "./rooms";

/**
 * What search looks at: the folded text of messages, made from them after they were committed. Nothing refers to it and
 * nothing checks it: whoever reads it looks at the message too (docs/decisions/0024-search-index.md).
 */
export const messageSearch = pgTable(
  "message_search",
  {
    messageId: uuid("message_id").primaryKey(),
    roomId: uuid("room_id").notNull(),
    /** Lower case, no accents. */
    text: text().notNull(),
  },
  (t) => [
    index("message_search_idx").using("gin", sql`${t.text} gin_trgm_ops`),
    index("message_search_grams_idx").using("gin", sql`search_grams(${t.text})`),
  ],
);

/** How far each room's log is in `message_search`. */
export const searchProgress = pgTable("search_progress", {
  roomId: uuid("room_id")
    .primaryKey()
    .references(() => rooms.id),
  seq: bigint("seq", { mode: "number" }).notNull(),
});

import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import { messages } from "./messages";
import { rooms } from "./rooms";

/**
 * Messages that are older than the house keeps them and stay for a reason: pinned, the first of a thread that goes on, reported.
 * They are looked at again until the reason is gone.
 */
export const keptMessages = pgTable(
  "kept_messages",
  {
    messageId: uuid("message_id")
      .primaryKey()
      .references(() => messages.id),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
  },
  (t) => [index("kept_messages_room_idx").on(t.roomId)],
);

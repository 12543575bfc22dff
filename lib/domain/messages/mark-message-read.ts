import { database } from "@/db/database";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { markRoomRead } from "../rooms/mark-room-read";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";

/**
 * Marks a message, and everything before it in its room, read by the caller. Where a connection belongs to one room, a
 * message of another is `not_found` there.
 */
export async function markMessageRead(ctx: Ctx, input: { id: string; room?: string }): Promise<Message> {
  const { db } = database();
  const { row } = await accessMessage(db, ctx, input.id, "room.mark_read");
  if (input.room !== undefined && row.room_id !== input.room) {
    throw new ChatError("not_found", "There is no such message in this room.");
  }
  await markRoomRead(ctx, { room: row.room_id, seq: row.seq });
  return messageFor(db, ctx, input.id);
}

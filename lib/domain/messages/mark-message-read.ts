import { database } from "@/db/database";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { markRoomRead } from "../rooms/mark-room-read";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";

/** Marks a message, and everything before it in its room, read by the caller. */
export async function markMessageRead(ctx: Ctx, input: { id: string }): Promise<Message> {
  const { db } = database();
  const { row } = await accessMessage(db, ctx, input.id, "room.mark_read");
  await markRoomRead(ctx, { room: row.room_id, seq: row.seq });
  return messageFor(db, ctx, input.id);
}

import { database } from "@/db/database";
import { setPinned } from "@/db/queries/message-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";

/** Pinned messages of one room: more would be a second history. */
const mostPinned = 100;

/** Pins or unpins: anyone of the room who may write; again changes nothing. */
export async function pinMessage(ctx: Ctx, input: { id: string; pinned: boolean }): Promise<Message> {
  await commit(async (tx, emit) => {
    const { row, room } = await accessMessage(tx, ctx, input.id, "message.pin");
    if ((row.pinned_at !== null) === input.pinned) return;
    if (input.pinned && room.pinned_count >= mostPinned) {
      throw new ChatError("conflict", `A room has at most ${mostPinned} pinned messages. Unpin one first.`);
    }
    await setPinned(tx, row.id, input.pinned);
    await emit(row.room_id, { type: "message.pinned", messageId: row.id, userId: ctx.userId });
  });
  return messageFor(database().db, ctx, input.id);
}

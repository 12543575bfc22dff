import { buryMessage } from "@/db/queries/message-writes";
import { ChatError } from "@/lib/contract/errors";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";

/** Turns a message into a tombstone: its sender, or a room admin. */
export async function deleteMessage(ctx: Ctx, input: { id: string }): Promise<void> {
  await commit(async (tx, emit) => {
    const { row, room } = await accessMessage(tx, ctx, input.id, "write");
    if (row.sender_id !== ctx.userId && !room.is_admin) {
      throw new ChatError("forbidden", "Only its sender or a room admin can delete a message.");
    }
    await buryMessage(tx, row.id, ctx.userId);
    await emit(row.room_id, { type: "message.deleted", messageId: row.id, userId: ctx.userId });
  });
}

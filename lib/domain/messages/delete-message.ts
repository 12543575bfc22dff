import { buryMessage } from "@/db/queries/message-writes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";

/** Turns a message into a tombstone: its sender, or a room admin. */
export async function deleteMessage(ctx: Ctx, input: { id: string }): Promise<void> {
  await commit(async (tx, emit) => {
    const { row } = await accessMessage(tx, ctx, input.id, "message.delete");
    await buryMessage(tx, row.id, ctx.userId);
    await emit(row.room_id, { type: "message.deleted", messageId: row.id, userId: ctx.userId });
  });
}

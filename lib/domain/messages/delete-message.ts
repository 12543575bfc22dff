import { buryMessage } from "@/db/queries/message-writes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { accessMessage } from "./access-message";

/** Turns a message into a tombstone: its sender, or a room admin. */
export async function deleteMessage(ctx: Ctx, input: { id: string }): Promise<void> {
  await commit(async (tx, emit) => {
    const { row } = await accessMessage(tx, ctx, input.id, "message.delete");
    await buryMessage(tx, row.id, ctx.userId);
    await emit(row.room_id, { type: "message.deleted", messageId: row.id, userId: ctx.userId });
    // What one takes back oneself is nobody else's business.
    if (row.sender_id === ctx.userId) return;
    await recordAudit(tx, ctx, {
      action: "message.removed",
      target: { type: "message", id: row.id },
      details: { room: row.room_id, sender: row.sender_id },
    });
  });
}

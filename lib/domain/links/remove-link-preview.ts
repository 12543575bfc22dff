import { database } from "@/db/database";
import { removeLink } from "@/db/queries/links";
import type { Message } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessMessage } from "../messages/access-message";
import { messageFor } from "../messages/get-message";

/** Takes the preview off one's own message, for good. Again, it changes nothing. Refuses as an edit does. */
export async function removeLinkPreview(ctx: Ctx, id: string): Promise<Message> {
  await commit(async (tx, emit) => {
    const { row } = await accessMessage(tx, ctx, id, "message.edit");
    if (!(await removeLink(tx, id))) return;
    await emit(row.room_id, { type: "message.updated", messageId: id, userId: ctx.userId });
  });
  return messageFor(database().db, ctx, id);
}

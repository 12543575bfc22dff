import { database } from "@/db/database";
import { addJob, moderationQueue } from "@/db/queries/jobs";
import { replaceContent } from "@/db/queries/message-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { screenText } from "../filter/screen-text";
import { hasLinkToPreview } from "../links/has-link-to-preview";
import { isModerated } from "../moderation/is-moderated";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";
import { mentioned } from "./mentioned";

/**
 * Changes the text: its sender only. The same text again changes nothing, so that a retry is harmless.
 * Refuses with `forbidden`, `filter_refused`, `filter_warning`, and as `accessMessage` does.
 */
export async function editMessage(
  ctx: Ctx,
  input: { id: string; content: string; accept_warning?: boolean | undefined },
): Promise<Message> {
  await commit(async (tx, emit) => {
    const { row } = await accessMessage(tx, ctx, input.id, "message.edit");
    if (row.message_type === "system") throw new ChatError("forbidden", "Nobody can edit what the system says.");
    if (row.hidden_at !== null) throw new ChatError("forbidden", "A moderator has hidden this message.");
    if (row.content === input.content) return;
    const refusal = await screenText(input.content, { field: "content", accepted: input.accept_warning ?? false });
    if (refusal) throw refusal;
    await replaceContent(tx, row.id, ctx.userId, { content: input.content, ...mentioned(input.content) });
    if (row.link !== null || hasLinkToPreview(input.content)) await addJob(tx, "preview-link", { message: row.id });
    if (isModerated(input.content))
      await addJob(tx, "moderate-message", { message: row.id }, { queue: moderationQueue(row.id) });
    await emit(row.room_id, { type: "message.updated", messageId: row.id, userId: ctx.userId });
  });
  return messageFor(database().db, ctx, input.id);
}

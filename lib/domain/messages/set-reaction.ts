import { database } from "@/db/database";
import { setReactions } from "@/db/queries/message-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";

/** Different emoji on one message: every list carries them all. */
const mostEmoji = 20;
// The compiler's target knows no `v` flag yet; Node 20 and every browser of ours do.
const oneEmoji = new RegExp("^\\p{RGI_Emoji}$", "v");

/** One reaction a person and emoji, on or off; again changes nothing. */
export async function setReaction(ctx: Ctx, input: { id: string; emoji: string; on: boolean }): Promise<Message> {
  const emoji = canonical(input.emoji);
  await commit(async (tx, emit) => {
    const { row } = await accessMessage(tx, ctx, input.id, "message.react");
    const entry = row.reactions.find((r) => r.emoji === emoji);
    if ((entry?.user_ids.includes(ctx.userId) ?? false) === input.on) return;
    if (!entry && row.reactions.length >= mostEmoji) {
      throw invalid(`A message takes at most ${mostEmoji} different emoji.`);
    }
    const others = entry?.user_ids.filter((id) => id !== ctx.userId) ?? [];
    const changed = { emoji, user_ids: input.on ? [...others, ctx.userId] : others };
    const reactions = entry ? row.reactions.map((r) => (r === entry ? changed : r)) : [...row.reactions, changed];
    await setReactions(
      tx,
      row.id,
      reactions.filter((r) => r.user_ids.length > 0),
    );
    await emit(row.room_id, {
      type: "reaction.changed",
      messageId: row.id,
      userId: ctx.userId,
      data: { emoji, on: input.on },
    });
  });
  return messageFor(database().db, ctx, input.id);
}

/** Some keyboards leave out the sign that asks for the colourful form: ❤ and ❤️ are one. */
function canonical(text: string): string {
  for (const form of [text, `${text}\uFE0F`]) if (oneEmoji.test(form)) return form;
  throw invalid("A reaction is exactly one emoji.");
}

function invalid(reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { emoji: [reason] } });
}

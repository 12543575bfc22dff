import { createHash } from "node:crypto";
import { database } from "@/db/database";
import { hasSent } from "@/db/queries/attachments";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import type { Ctx } from "../ctx";
import { screenText } from "../filter/screen-text";
import { hasLinkToPreview } from "../links/has-link-to-preview";
import { isModerated } from "../moderation/is-moderated";
import { requireRole } from "../require-permission";
import { placeRefusals } from "../rooms/place-refusals";
import { mentioned } from "./mentioned";
import { enqueueSend } from "./send-queue";

export type SendMessageInput = {
  room: string;
  /** Trimmed, at most 10,000 characters, no NUL: the transports' schema has seen to it. Empty only with files. */
  content: string;
  client_id?: string | undefined;
  message_type?: "text" | "image" | "file" | "voice" | undefined;
  reply_to?: string | null | undefined;
  thread_root?: string | null | undefined;
  attachment_ids?: string[] | undefined;
  before_after?: boolean | undefined;
  /** The writer was warned of what the rules of the house say, and sends it anyway. */
  accept_warning?: boolean | undefined;
};

/**
 * Sends a message; resolves after the commit. The same sender and `client_id` again gives the first message back with
 * `created: false`, for ever.
 * Refuses with `invalid_input` (unknown room, reply outside the room, files that are not one's own to send, a pair that is no two pictures), `not_participant`, `room_archived`, `silenced`,
 * `only_admins_write`, `blocked`, `forbidden` (viewers), `client_id_reused`, `filter_refused`, `filter_warning`.
 */
export async function sendMessage(
  ctx: Ctx,
  input: SendMessageInput,
  /** What tells the files of a retry from others: their ids, where not given. */
  fileMarks: string[] = input.attachment_ids ?? [],
): Promise<{ message: Message; created: boolean }> {
  requireRole(ctx, "message.send");
  if (input.content === "" && fileMarks.length === 0) {
    throw new ChatError("invalid_input", "A message must not be empty.", {
      fields: { content: ["It must not be empty."] },
    });
  }
  const refusal = await screenText(input.content, { field: "content", accepted: input.accept_warning ?? false });
  // What was taken once is answered as before, whatever the rules say now.
  if (refusal && !(input.client_id && (await hasSent(database().db, ctx.userId, input.client_id)))) throw refusal;
  const files = [...new Set(input.attachment_ids ?? [])];
  if (input.before_after && files.length !== 2) throw noPair();
  const { names, all } = mentioned(input.content);
  const { verdict, message, until } = await enqueueSend({
    room: input.room,
    sender: ctx.userId,
    client_id: input.client_id ?? null,
    hash: sentHash(input, fileMarks),
    type: input.message_type ?? null,
    content: input.content,
    reply_to: input.reply_to ?? null,
    thread_root: input.thread_root ?? null,
    mention_names: names,
    mentions_all: all,
    attachment_ids: files,
    before_after: input.before_after ?? false,
    has_link: hasLinkToPreview(input.content),
    moderated: isModerated(input.content),
  });
  switch (verdict) {
    case "ok":
    case "earlier":
      if (!message) break;
      return { message: { ...message, is_read: true }, created: verdict === "ok" };
    case "reused":
      throw new ChatError("client_id_reused", "This client_id was used for another message. Make a new one.");
    case "unknown_room":
      throw new ChatError("invalid_input", "There is no such room.", { fields: { room: ["There is no such room."] } });
    case "not_participant":
      throw placeRefusals.outside();
    case "room_archived":
      throw placeRefusals.archived();
    case "silenced":
      throw placeRefusals.silenced(until ?? silencedForGood);
    case "only_admins_write":
      throw placeRefusals.announced();
    case "blocked":
      throw placeRefusals.blocked();
    case "bad_reply":
      throw new ChatError("invalid_input", "A reply must be to a message of the same room.", {
        fields: { reply_to: ["It is no message of this room."] },
      });
    case "bad_thread":
      throw new ChatError("invalid_input", "A thread must start at a message of the same room.", {
        fields: { thread_root: ["It is no message of this room that can start a thread."] },
      });
    case "bad_attachment":
      if (input.before_after) throw noPair();
      throw new ChatError("invalid_input", "A file must be your own, and not part of another message.", {
        fields: { attachment_ids: ["One of them is no file of yours that is still to be sent."] },
      });
  }
  throw new ChatError("unavailable", "The outcome is unknown. Send it again with the same client_id.");
}

const noPair = () =>
  new ChatError("invalid_input", "Before and after are two pictures of your own, and not part of another message.", {
    fields: { before_after: ["It needs two pictures in attachment_ids, the earlier one first."] },
  });

function sentHash(input: SendMessageInput, fileMarks: string[]): string {
  const sent = [input.room.toLowerCase(), input.content, input.reply_to ?? null, input.thread_root ?? null];
  return createHash("sha256")
    .update(JSON.stringify(fileMarks.length > 0 ? [...sent, fileMarks] : sent))
    .digest("hex");
}

import { createHash } from "node:crypto";
import { database } from "@/db/database";
import { hasSent } from "@/db/queries/attachments";
import type { SendRow } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { judgeText } from "../filter/screen-text";
import { heldAnswer } from "../held/held-answer";
import { holdSend } from "../held/hold-send";
import { requireRole } from "../require-permission";
import { readFrom } from "./read-from";
import { enqueueSend } from "./send-queue";
import { noPair, sendRefusal } from "./send-refusal";

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
 * `only_admins_write`, `blocked`, `forbidden` (viewers), `client_id_reused`, `filter_refused`, `filter_warning`; `filter_held`: it is kept for a
 * moderator; `filter_full` (too many of those).
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
  const judged = await judgeText(input.content, { field: "content", accepted: input.accept_warning ?? false });
  // What was taken once is answered as before, whatever the rules say now.
  const rules =
    judged && !(input.client_id && (await hasSent(database().db, ctx.userId, input.client_id))) ? judged : null;
  if (rules?.refusal) throw rules.refusal;
  const files = [...new Set(input.attachment_ids ?? [])];
  if (input.before_after && files.length !== 2) throw noPair();
  const row: SendRow = {
    room: input.room,
    sender: ctx.userId,
    client_id: input.client_id ?? null,
    hash: sentHash(input, fileMarks),
    type: input.message_type ?? null,
    content: input.content,
    reply_to: input.reply_to ?? null,
    thread_root: input.thread_root ?? null,
    ...readFrom(input.content),
    attachment_ids: files,
    before_after: input.before_after ?? false,
  };
  const { verdict, message, until } = (rules && (await holdSend(row, rules.hold))) ?? (await enqueueSend(row));
  if (verdict === "ok" || verdict === "earlier") {
    if (message) return { message: { ...message, is_read: true }, created: verdict === "ok" };
    throw new ChatError("unavailable", "The outcome is unknown. Send it again with the same client_id.");
  }
  if (verdict === "held") throw await heldAnswer(row);
  throw sendRefusal(verdict, { until, pair: input.before_after });
}

function sentHash(input: SendMessageInput, fileMarks: string[]): string {
  const sent = [input.room.toLowerCase(), input.content, input.reply_to ?? null, input.thread_root ?? null];
  return createHash("sha256")
    .update(JSON.stringify(fileMarks.length > 0 ? [...sent, fileMarks] : sent))
    .digest("hex");
}

import type { z } from "zod";
import { ChatError } from "@/lib/contract/errors";
import * as ops from "@/lib/contract/operations/messages";
import type { Ctx } from "@/lib/domain/ctx";
import { deleteMessage } from "@/lib/domain/messages/delete-message";
import { editMessage } from "@/lib/domain/messages/edit-message";
import { getMessage } from "@/lib/domain/messages/get-message";
import { listMessages } from "@/lib/domain/messages/list-messages";
import { listMessagesPage } from "@/lib/domain/messages/list-messages-page";
import { markMessageRead } from "@/lib/domain/messages/mark-message-read";
import { makeUrgent } from "@/lib/domain/messages/make-urgent";
import { pinMessage } from "@/lib/domain/messages/pin-message";
import { searchMessages } from "@/lib/domain/messages/search-messages";
import { setReaction } from "@/lib/domain/messages/set-reaction";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";
import { sendMessageRoute } from "./messages-send";

export const messageRoutes = [
  route(ops.listMessagesOp, ({ ctx, query, url }) => list(ctx, query, url)),
  sendMessageRoute,
  route(ops.searchMessagesOp, async ({ ctx, query, url }) =>
    pageEnvelope(await searchMessages(ctx, query), query, url),
  ),
  route(ops.getMessageOp, ({ ctx, params }) => getMessage(ctx, params.id)),
  route(ops.editMessageOp, ({ ctx, params, body }) => editMessage(ctx, { id: params.id, ...body })),
  route(ops.deleteMessageOp, async ({ ctx, params }) => {
    await deleteMessage(ctx, { id: params.id });
  }),
  route(ops.markMessageReadOp, ({ ctx, params }) => markMessageRead(ctx, { id: params.id })),
  route(ops.addReactionOp, ({ ctx, params, body }) => setReaction(ctx, { id: params.id, emoji: body.emoji, on: true })),
  route(ops.removeReactionOp, ({ ctx, params }) => setReaction(ctx, { ...params, on: false })),
  route(ops.makeUrgentOp, ({ ctx, params, body }) => makeUrgent(ctx, { id: params.id, ...body })),
  route(ops.pinMessageOp, ({ ctx, params }) => pinMessage(ctx, { id: params.id, pinned: true })),
  route(ops.unpinMessageOp, ({ ctx, params }) => pinMessage(ctx, { id: params.id, pinned: false })),
];

/** A cursor list as soon as anything of a cursor is given, else a page. A thread reads from its start. */
async function list(ctx: Ctx, query: z.output<typeof ops.listMessagesOp.query>, url: URL) {
  const { page, page_size, limit, before, after, around, ...filter } = query;
  const ordering = query.ordering ?? (query.thread_root ? ("created_at" as const) : ("-created_at" as const));
  const cursor = before ?? after ?? around;
  if (limit === undefined && cursor === undefined) {
    const wanted = { page: page ?? 1, page_size: page_size ?? 50 };
    return pageEnvelope(await listMessagesPage(ctx, { ...filter, ...wanted, ordering }), wanted, url);
  }
  if (page !== undefined || page_size !== undefined) {
    throw new ChatError("invalid_input", "Ask for a page or a cursor, not both.", {
      fields: { page: ["It cannot be given together with a cursor."] },
    });
  }
  const from = { ...(before && { before }), ...(after && { after }), ...(around && { around }) };
  return listMessages(ctx, { ...filter, ...from, ordering, limit: limit ?? 50 });
}

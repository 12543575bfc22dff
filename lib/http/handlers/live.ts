import * as ops from "@/lib/contract/operations/participants";
import { sync } from "@/lib/domain/events/sync";
import { listTyping } from "@/lib/domain/typing/list-typing";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const liveRoutes = [
  route(ops.listTypingOp, async ({ ctx, query, url }) => {
    const results = await listTyping(ctx, query);
    return pageEnvelope({ count: results.length, results }, { page: 1, page_size: Math.max(1, results.length) }, url);
  }),
  route(ops.syncOp, ({ ctx, query }) => sync(ctx, { ...query, cursor: query.cursor || null })),
];

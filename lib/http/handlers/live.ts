import * as ops from "@/lib/contract/operations/participants";
import { sync } from "@/lib/domain/events/sync";
import { listTyping } from "@/lib/domain/typing/list-typing";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const liveRoutes = [
  route(ops.listTypingOp, async ({ ctx, query, url }) => {
    const signs = await listTyping(ctx, query);
    const results = signs.slice((query.page - 1) * query.page_size, query.page * query.page_size);
    return pageEnvelope({ count: signs.length, results }, query, url);
  }),
  route(ops.syncOp, ({ ctx, query }) => sync(ctx, { ...query, cursor: query.cursor || null })),
];

import * as ops from "@/lib/contract/operations/blocks";
import { blockUser } from "@/lib/domain/blocks/block-user";
import { listBlocks } from "@/lib/domain/blocks/list-blocks";
import { unblockUser } from "@/lib/domain/blocks/unblock-user";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const blockRoutes = [
  route(ops.listBlocksOp, async ({ ctx, query, url }) => pageEnvelope(await listBlocks(ctx, query), query, url)),
  route(ops.blockUserOp, ({ ctx, params }) => blockUser(ctx, params.id)),
  route(ops.unblockUserOp, ({ ctx, params }) => unblockUser(ctx, params.id)),
];

import * as ops from "@/lib/contract/operations/held";
import { getHeld } from "@/lib/domain/held/get-held";
import { listHeld } from "@/lib/domain/held/list-held";
import { listOwnHeld } from "@/lib/domain/held/list-own-held";
import { refuseHeld } from "@/lib/domain/held/refuse-held";
import { releaseHeld } from "@/lib/domain/held/release-held";
import { takeBackHeld } from "@/lib/domain/held/take-back-held";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const heldRoutes = [
  route(ops.listOwnHeldOp, ({ ctx }) => listOwnHeld(ctx)),
  route(ops.takeBackHeldOp, ({ ctx, params }) => takeBackHeld(ctx, params.id)),
  route(ops.listHeldOp, async ({ ctx, query, url }) => pageEnvelope(await listHeld(ctx, query), query, url)),
  route(ops.getHeldOp, ({ ctx, params }) => getHeld(ctx, params.id)),
  route(ops.releaseHeldOp, ({ ctx, params }) => releaseHeld(ctx, params.id)),
  route(ops.refuseHeldOp, ({ ctx, params, body }) => refuseHeld(ctx, { id: params.id, ...body })),
];

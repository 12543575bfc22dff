import * as ops from "@/lib/contract/operations/sessions";
import { endOtherSessions } from "@/lib/domain/sessions/end-other-sessions";
import { endOwnSession } from "@/lib/domain/sessions/end-own-session";
import { endUserSessions } from "@/lib/domain/sessions/end-user-sessions";
import { listSessions } from "@/lib/domain/sessions/list-sessions";
import { changePassword } from "@/lib/domain/users/change-password";
import { limitOwner } from "../limit-owner";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const sessionRoutes = [
  route(ops.listOwnSessionsOp, async ({ ctx, query, url }) =>
    pageEnvelope(await listSessions(ctx, { user: ctx.userId, ...query }), query, url),
  ),
  route(ops.endOwnSessionOp, ({ ctx, params }) => endOwnSession(ctx, params.id)),
  route(ops.endOtherSessionsOp, ({ ctx }) => endOtherSessions(ctx)),
  route(ops.changePasswordOp, ({ ctx, body }) => limitOwner(ctx, body, () => changePassword(ctx, body))),
  route(ops.listUserSessionsOp, async ({ ctx, params, query, url }) =>
    pageEnvelope(await listSessions(ctx, { user: params.id, ...query }), query, url),
  ),
  route(ops.endUserSessionOp, ({ ctx, params }) => endUserSessions(ctx, { user: params.id, session: params.session })),
  route(ops.endUserSessionsOp, ({ ctx, params }) => endUserSessions(ctx, { user: params.id })),
];

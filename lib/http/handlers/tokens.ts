import * as ops from "@/lib/contract/operations/tokens";
import { refreshSession } from "@/lib/domain/sessions/refresh-session";
import { revokeAllSessions } from "@/lib/domain/sessions/revoke-all-sessions";
import { revokeSession } from "@/lib/domain/sessions/revoke-session";
import { signIn } from "@/lib/domain/sessions/sign-in";
import { verifyToken } from "@/lib/domain/sessions/verify-token";
import { countedSignIn } from "../counted-sign-in";
import { route } from "../route";

export const tokenRoutes = [
  route(ops.signInOp, ({ body, address, request }) =>
    countedSignIn({ ...body, address }, () =>
      signIn({ ...body, address, userAgent: request.headers.get("user-agent") ?? "" }),
    ),
  ),
  route(ops.refreshOp, ({ body, address }) => refreshSession({ ...body, address })),
  route(ops.verifyTokenOp, async ({ body }) => {
    await verifyToken(body);
    return {};
  }),
  route(ops.revokeOp, async ({ body }) => {
    await revokeSession(body);
    return {};
  }),
  route(ops.revokeAllOp, async ({ ctx }) => {
    await revokeAllSessions(ctx);
    return {};
  }),
];

import { ChatError } from "@/lib/contract/errors";
import * as ops from "@/lib/contract/operations/tokens";
import { refreshSession } from "@/lib/domain/sessions/refresh-session";
import { revokeAllSessions } from "@/lib/domain/sessions/revoke-all-sessions";
import { revokeSession } from "@/lib/domain/sessions/revoke-session";
import { signIn } from "@/lib/domain/sessions/sign-in";
import { verifyToken } from "@/lib/domain/sessions/verify-token";
import { giveBack, spend } from "../rate-limits";
import { route } from "../route";

export const tokenRoutes = [
  route(ops.signInOp, async ({ body, address, request }) => {
    const name = `${address} ${body.username.trim().toLowerCase()}`;
    // Counted before the password is looked at, so that a hundred tries at once are a hundred tries.
    await spend("signIn", name);
    await spend("signInAddress", address);
    let failed = false;
    try {
      return await signIn({ ...body, address, userAgent: request.headers.get("user-agent") ?? "" });
    } catch (thrown) {
      failed = thrown instanceof ChatError && thrown.code === "bad_credentials";
      throw thrown;
    } finally {
      if (!failed) await Promise.all([giveBack("signIn", name), giveBack("signInAddress", address)]);
    }
  }),
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

import { checkOrigin } from "@/lib/auth/check-origin";
import { ChatError } from "@/lib/contract/errors";
import * as ops from "@/lib/contract/operations/invites";
import { createInvite } from "@/lib/domain/invites/create-invite";
import { join } from "@/lib/domain/invites/join";
import { listInvites } from "@/lib/domain/invites/list-invites";
import { makePasswordLink } from "@/lib/domain/invites/make-password-link";
import { openCode } from "@/lib/domain/invites/open-code";
import { revokeInvite } from "@/lib/domain/invites/revoke-invite";
import { setPassword } from "@/lib/domain/invites/set-password";
import { pageEnvelope } from "../page-envelope";
import { giveBack, spend } from "../rate-limits";
import { route } from "../route";

export const inviteRoutes = [
  route(ops.listInvitesOp, async ({ ctx, query, url }) => pageEnvelope(await listInvites(ctx, query), query, url)),
  route(ops.createInviteOp, ({ ctx, body }) => createInvite(ctx, body)),
  route(ops.revokeInviteOp, ({ ctx, params }) => revokeInvite(ctx, params.id)),
  route(ops.makePasswordLinkOp, ({ ctx, params }) => makePasswordLink(ctx, params.id)),
  route(ops.openCodeOp, ({ body, address }) => guessed(address, () => openCode(body))),
  route(ops.joinOp, ({ body, request, address }) => {
    checkOrigin(request.headers, "bearer");
    return guessed(address, () => join(body, address));
  }),
  route(ops.setPasswordOp, ({ body, request, address }) => {
    checkOrigin(request.headers, "bearer");
    return guessed(address, () => setPassword(body, address));
  }),
];

/** Whoever tries codes that let nobody in is slowed down like whoever tries passwords. */
async function guessed<T>(address: string, work: () => Promise<T>): Promise<T> {
  await spend("signIn", `code ${address}`);
  let failed = false;
  try {
    return await work();
  } catch (thrown) {
    failed = thrown instanceof ChatError && thrown.code === "not_found";
    throw thrown;
  } finally {
    if (!failed) await giveBack("signIn", `code ${address}`);
  }
}

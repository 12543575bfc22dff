import { checkOrigin } from "@/lib/auth/check-origin";
import * as ops from "@/lib/contract/operations/invites";
import { createInvite } from "@/lib/domain/invites/create-invite";
import { join } from "@/lib/domain/invites/join";
import { listInvites } from "@/lib/domain/invites/list-invites";
import { makePasswordLink } from "@/lib/domain/invites/make-password-link";
import { openCode } from "@/lib/domain/invites/open-code";
import { revokeInvite } from "@/lib/domain/invites/revoke-invite";
import { setPassword } from "@/lib/domain/invites/set-password";
import { limitTries } from "../limit-tries";
import { pageEnvelope } from "../page-envelope";
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
const guessed = <T>(address: string, work: () => Promise<T>) =>
  limitTries([{ kind: "signIn", key: `code ${address}`, by: ["not_found"] }], work);

import { database } from "@/db/database";
import { lockInvite, revokeInviteRows } from "@/db/queries/invites";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission, requireRole } from "../require-permission";

/** Takes an invitation back; one that is closed already stays so. Refuses with `forbidden`, `not_found`. */
export async function revokeInvite(ctx: Ctx, id: string): Promise<void> {
  requireRole(ctx, "people.invite");
  await database().db.transaction(async (tx) => {
    const row = await lockInvite(tx, id);
    if (row?.kind !== "join") throw new ChatError("not_found", "There is no such invitation.");
    requirePermission(ctx, "people.invite", { role: row.role });
    if ((await revokeInviteRows(tx, { id })) === 0) return;
    await recordAudit(tx, ctx, { action: "invite.revoked", target: { type: "invite", id } });
  });
}

import { database } from "@/db/database";
import { deletePasskey } from "@/db/queries/passkeys";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** Nobody signs in by it any more; what it has signed in stays signed in. Refuses with `not_found`. */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "account.secure", { own: true });
  await database().db.transaction(async (tx) => {
    const removed = await deletePasskey(tx, ctx.userId, id);
    if (!removed) throw new ChatError("not_found", "You have no such passkey.");
    const target = { type: "person", id: ctx.userId } as const;
    await recordAudit(tx, ctx, { action: "person.passkey_removed", target, details: { name: removed.name } });
  });
}

import { database } from "@/db/database";
import { selectSessionOwner } from "@/db/queries/sessions";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { endSessions } from "./end-sessions";

/** Signs one of the caller's devices out; one that is out already stays so. Refuses with `not_found`. */
export async function endOwnSession(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "devices.manage", { own: true });
  if ((await selectSessionOwner(database().db, id)) !== ctx.userId) {
    throw new ChatError("not_found", "You have no such device.");
  }
  await endSessions({ sessionIds: [id] }, "signed_out");
}

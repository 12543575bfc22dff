import { deletePropertyRow } from "@/db/queries/properties";
import { ChatError } from "@/lib/contract/errors";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { requirePermission } from "../require-permission";
import { archiveRoomsOf } from "../rooms/archive-rooms-of";

/** Hides a house and archives its rooms. Refuses with `forbidden` whoever is no manager, and with `not_found`. */
export async function deleteProperty(ctx: Ctx, id: number): Promise<void> {
  requirePermission(ctx, "properties.write");
  await commit(async (tx, emit) => {
    if (!(await deletePropertyRow(tx, id))) throw new ChatError("not_found", "There is no such property.");
    await archiveRoomsOf(tx, emit, ctx, { property: id });
    await recordAudit(tx, ctx, { action: "property.deleted", target: { type: "property", id } });
  });
}

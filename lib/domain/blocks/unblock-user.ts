import { database } from "@/db/database";
import { deleteBlock } from "@/db/queries/blocks";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { accessPerson } from "../users/access-person";

/** Takes a block back; where there is none nothing changes. Refuses with `not_found`. */
export async function unblockUser(ctx: Ctx, id: number): Promise<void> {
  const changed = await database().db.transaction(async (tx) => {
    await accessPerson(tx, ctx, id, "people.block");
    if (!(await deleteBlock(tx, ctx.userId, id))) return false;
    await recordAudit(tx, ctx, { action: "person.unblocked", target: { type: "person", id } });
    return true;
  });
  if (changed) publish({ kind: "block", user_id: ctx.userId, other_id: id, on: false });
}

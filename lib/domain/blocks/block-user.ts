import { database } from "@/db/database";
import { insertBlock } from "@/db/queries/blocks";
import { ChatError } from "@/lib/contract/errors";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { accessPerson } from "../users/access-person";

/**
 * Blocks somebody: neither writes to the other directly any more, and the caller is told of nothing that they write. They
 * are not told. Again changes nothing. Refuses with `not_found` and `invalid_input` (oneself).
 */
export async function blockUser(ctx: Ctx, id: number): Promise<void> {
  const changed = await database().db.transaction(async (tx) => {
    await accessPerson(tx, ctx, id, "people.block");
    if (id === ctx.userId) throw new ChatError("invalid_input", "Nobody can block themselves.");
    if (!(await insertBlock(tx, ctx.userId, id))) return false;
    await recordAudit(tx, ctx, { action: "person.blocked", target: { type: "person", id } });
    return true;
  });
  if (changed) publish({ kind: "block", user_id: ctx.userId, other_id: id, on: true });
}

import { database } from "@/db/database";
import { decideHeld } from "@/db/queries/held-texts";
import { lockRoom } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import type { HeldWithContext } from "@/lib/contract/held";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { accessHeld } from "./access-held";
import { getHeld } from "./get-held";

/**
 * Does not let a held text through. Its writer reads the reason; the text is kept, as reports are. Again changes nothing. Refuses as
 * `accessHeld` does, and with `conflict` what was let through.
 */
export async function refuseHeld(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<HeldWithContext> {
  const seen = await accessHeld(database().db, ctx, id);
  const changed = await database().db.transaction(async (tx) => {
    await lockRoom(tx, seen.room_id);
    const row = await accessHeld(tx, ctx, id);
    if (row.state === "refused") return false;
    if (row.state === "released") {
      throw new ChatError("conflict", "It was let through already: it is a message now. Hide or delete that instead.");
    }
    await decideHeld(tx, id, { by: ctx.userId, reason, message: null });
    await recordAudit(tx, ctx, {
      action: "message.turned_down",
      target: { type: "person", id: row.person.id },
      details: { held: id, room: row.room_id },
    });
    return true;
  });
  if (changed) publish({ kind: "moderation", about: "held", user_id: seen.person.id });
  return getHeld(ctx, id);
}

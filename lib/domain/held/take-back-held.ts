import { database } from "@/db/database";
import { freeFilesOfHeld } from "@/db/queries/attachments";
import { noteHeldSeen, selectOwnHeldPlace, withdrawHeld } from "@/db/queries/held-texts";
import { lockRoom } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/**
 * Takes a waiting text of the caller's back, or puts a refused one away. Again changes nothing. Refuses with `not_found`, and with
 * `conflict` once it was let through.
 */
export async function takeBackHeld(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "held.own", { own: true });
  await database().db.transaction(async (tx) => {
    const place = await selectOwnHeldPlace(tx, ctx.userId, id);
    if (!place) throw new ChatError("not_found", "There is no such text of yours.");
    // A moderator who decides about it holds the room's row until then.
    await lockRoom(tx, place.room_id);
    if (await withdrawHeld(tx, id)) return freeFilesOfHeld(tx, id);
    const now = await selectOwnHeldPlace(tx, ctx.userId, id);
    if (now?.state === "released") {
      throw new ChatError("conflict", "A moderator has let it through: it is a message now. Delete that instead.");
    }
    await noteHeldSeen(tx, id);
  });
  publish({ kind: "moderation", about: "held", user_id: ctx.userId });
}

import { lockAnyRoom } from "@/db/queries/all-rooms";
import { setArchived } from "@/db/queries/room-writes";
import type { RoomFacts } from "@/lib/contract/admin";
import { ChatError } from "@/lib/contract/errors";
import { recordAudit } from "../audit/record-audit";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentRoomFacts } from "./present-room-facts";

/** Archives a room, or brings it back, from outside; again changes nothing. Refuses with `forbidden`, `not_found`. */
export async function manageRoom(ctx: Ctx, { id, archived }: { id: string; archived: boolean }): Promise<RoomFacts> {
  requirePermission(ctx, "rooms.manage");
  return commit(async (tx, emit) => {
    const row = await lockAnyRoom(tx, id);
    if (!row) throw new ChatError("not_found", "There is no such room.");
    if (!(await setArchived(tx, id, archived))) return presentRoomFacts(row);
    await emit(id, { type: archived ? "room.archived" : "room.updated", userId: ctx.userId });
    const changed = await lockAnyRoom(tx, id);
    await recordAudit(tx, ctx, {
      action: archived ? "room.archived" : "room.unarchived",
      target: { type: "room", id },
      details: { from: "outside" },
    });
    return presentRoomFacts(changed ?? row);
  });
}

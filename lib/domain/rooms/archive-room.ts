import { database } from "@/db/database";
import { setArchived } from "@/db/queries/room-writes";
import type { Room } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { accessRoom } from "./access-room";
import { presentRoom } from "./get-room";

/** Archives a room or brings it back: room admins; again changes nothing. */
export async function archiveRoom(ctx: Ctx, input: { id: string; archived: boolean }): Promise<Room> {
  await commit(async (tx, emit) => {
    await accessRoom(tx, ctx, input.id, "room.archive");
    if (!(await setArchived(tx, input.id, input.archived))) return;
    await emit(input.id, { type: input.archived ? "room.archived" : "room.updated", userId: ctx.userId });
    const action = input.archived ? "room.archived" : "room.unarchived";
    await recordAudit(tx, ctx, { action, target: { type: "room", id: input.id } });
  });
  return presentRoom(database().db, ctx, input.id);
}

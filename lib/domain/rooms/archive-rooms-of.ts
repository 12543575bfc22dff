import type { Db } from "@/db/database";
import { setArchived } from "@/db/queries/room-writes";
import { lockSubjectRooms, type Subject } from "@/db/queries/subject-rooms";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";

/** Archives the rooms of a task or house that goes: their history stays. */
export async function archiveRoomsOf(tx: Db, emit: Emit, ctx: Ctx, subject: Subject): Promise<void> {
  for (const room of await lockSubjectRooms(tx, subject)) {
    if (await setArchived(tx, room, true)) await emit(room, { type: "room.archived", userId: ctx.userId });
  }
}

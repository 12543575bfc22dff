import { countAdmins, endMembership } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessRoom } from "./access-room";

/** Leaves a room, archived ones too. Refuses with `last_admin` for the only admin of a group with others in it. */
export async function leaveRoom(ctx: Ctx, id: string): Promise<void> {
  await commit(async (tx, emit) => {
    const room = await accessRoom(tx, ctx, id, "room.leave");
    const alone = room.participant_count <= 1;
    if (room.room_type !== "direct" && room.is_admin && !alone && (await countAdmins(tx, id)) === 1) {
      const reason = "You are the only admin. Make somebody else an admin before you leave.";
      throw new ChatError("last_admin", reason, { fields: { room: [reason] } });
    }
    const seq = await emit(id, { type: "participant.left", userId: ctx.userId });
    await endMembership(tx, room.participant_id, seq);
  });
}

import { countAdmins, endMembership } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { accessParticipant } from "./access-participant";

/** Takes somebody out of a room: room admins. Their connections hear nothing of it from then on. */
export async function removeParticipant(ctx: Ctx, id: number): Promise<void> {
  await commit(async (tx, emit) => {
    const { row, room } = await accessParticipant(tx, ctx, id, "participant.remove");
    if (room.room_type === "direct") throw new ChatError("forbidden", "Nobody can be removed from a direct room.");
    if (row.is_admin && room.participant_count > 1 && (await countAdmins(tx, row.room_id)) === 1) {
      const reason = "A room keeps at least one admin. Make somebody else an admin first.";
      throw new ChatError("last_admin", reason, { fields: { room: [reason] } });
    }
    const seq = await emit(row.room_id, { type: "participant.left", userId: row.user.id });
    await endMembership(tx, row.id, seq);
    await recordAudit(tx, ctx, {
      action: "participant.removed",
      target: { type: "room", id: row.room_id },
      details: { person: row.user.id },
    });
  });
}

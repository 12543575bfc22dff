import { setAdmin } from "@/db/queries/participant-writes";
import { countAdmins } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Participant } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { accessParticipant } from "./access-participant";
import { getParticipant } from "./get-participant";

/** Makes somebody a room admin or an ordinary participant: room admins; never the last admin. */
export async function updateParticipant(ctx: Ctx, input: { id: number; is_admin: boolean }): Promise<Participant> {
  await commit(async (tx, emit) => {
    const { row } = await accessParticipant(tx, ctx, input.id, "participant.update");
    if (row.is_admin === input.is_admin) return;
    if (!input.is_admin && (await countAdmins(tx, row.room_id)) === 1) {
      const reason = "A room keeps at least one admin. Make somebody else an admin first.";
      throw new ChatError("last_admin", reason, { fields: { is_admin: [reason] } });
    }
    await setAdmin(tx, row.id, input.is_admin);
    await emit(row.room_id, { type: "participant.updated", userId: row.user.id });
    await recordAudit(tx, ctx, {
      action: input.is_admin ? "participant.admin_given" : "participant.admin_taken",
      target: { type: "room", id: row.room_id },
      details: { person: row.user.id },
    });
  });
  return getParticipant(ctx, input.id);
}

import { ChatError } from "@/lib/contract/errors";
import type { Participant } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessParticipant } from "./access-participant";
import { getParticipant } from "./get-participant";
import { setSilence } from "./set-silence";

/** Lets somebody who was silenced write again: room admins, but for themselves. */
export async function liftSilence(ctx: Ctx, id: number): Promise<Participant> {
  await commit(async (tx, emit) => {
    const { row } = await accessParticipant(tx, ctx, id, "participant.silence");
    if (row.silenced_until !== null && row.user.id === ctx.userId) {
      throw new ChatError("forbidden", "Nobody lifts their own silence. Ask another room admin.");
    }
    await setSilence(tx, emit, ctx, { row, until: null });
  });
  return getParticipant(ctx, id);
}

import { ChatError } from "@/lib/contract/errors";
import type { Participant } from "@/lib/contract/shapes";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessParticipant } from "./access-participant";
import { getParticipant } from "./get-participant";
import { setSilence } from "./set-silence";

/**
 * Silences somebody in a room until a time, or for good (null): room admins, of nobody who is an admin too. Until then they
 * only read there. Refuses with `invalid_input` (a time that is over), `forbidden` or as `accessParticipant` does.
 */
export async function silenceParticipant(
  ctx: Ctx,
  input: { id: number; until?: string | null | undefined },
): Promise<Participant> {
  if (input.until && Date.parse(input.until) <= Date.now()) {
    const reason = "It must lie in the future.";
    throw new ChatError("invalid_input", reason, { fields: { until: [reason] } });
  }
  await commit(async (tx, emit) => {
    const { row, room } = await accessParticipant(tx, ctx, input.id, "participant.silence");
    if (room.room_type === "direct") {
      throw new ChatError("forbidden", "Nobody can be silenced in a direct room. Block the person instead.");
    }
    if (row.is_admin) {
      throw new ChatError("forbidden", "A room admin cannot be silenced. Make them an ordinary participant first.");
    }
    await setSilence(tx, emit, ctx, { row, until: input.until ?? silencedForGood });
  });
  return getParticipant(ctx, input.id);
}

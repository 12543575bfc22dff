import { database } from "@/db/database";
import { setMuted } from "@/db/queries/participant-writes";
import type { Participant } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessParticipant } from "./access-participant";
import { getParticipant } from "./get-participant";

/** Mutes a room for oneself, for good or until a time. Nobody else hears of it, so it is no event of the room. */
export async function muteParticipant(
  ctx: Ctx,
  input: { id: number; muted: boolean; muted_until?: string | null | undefined },
): Promise<Participant> {
  const { db } = database();
  const { row } = await accessParticipant(db, ctx, input.id, "room.mute");
  await setMuted(db, row.id, input.muted, input.muted ? (input.muted_until ?? null) : null);
  return getParticipant(ctx, input.id);
}

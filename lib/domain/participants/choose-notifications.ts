import { database } from "@/db/database";
import { setNotify } from "@/db/queries/participant-writes";
import type { NotifyLevel, Participant } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessParticipant } from "./access-participant";
import { getParticipant } from "./get-participant";

/** Which messages of a room one is told of. Nobody else hears of it, so it is no event of the room. */
export async function chooseNotifications(ctx: Ctx, input: { id: number; notify: NotifyLevel }): Promise<Participant> {
  const { db } = database();
  const { row } = await accessParticipant(db, ctx, input.id, "room.mute");
  await setNotify(db, row.id, input.notify);
  return getParticipant(ctx, input.id);
}

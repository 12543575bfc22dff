import { database } from "@/db/database";
import type { Participant } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessParticipant } from "./access-participant";
import { presentParticipant } from "./present-participant";

/** One participant; 404 for one who left. */
export async function getParticipant(ctx: Ctx, id: number): Promise<Participant> {
  const { row } = await accessParticipant(database().db, ctx, id, "room.read");
  return presentParticipant(row);
}

import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectParticipants } from "@/db/queries/participants";
import { insertMember, selectActiveUsers } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Participant } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessRoom } from "../rooms/access-room";
import { presentParticipant } from "./present-participant";

/** Brings somebody into a room, also back: room admins, never into a direct room. */
export async function addParticipant(
  ctx: Ctx,
  input: { room: string; user: number; is_admin?: boolean | undefined },
): Promise<Participant> {
  await commit(async (tx, emit) => {
    const room = await accessRoom(tx, ctx, input.room, "participant.add");
    if (room.room_type === "direct")
      throw invalid("room", "Nobody can be added to a direct room. Make a group instead.");
    if (!(await selectActiveUsers(tx, [input.user])).has(input.user))
      throw invalid("user", "There is no such active user.");
    const seq = room.last_seq + 1;
    const put = await insertMember(tx, input.room, input.user, { isAdmin: input.is_admin ?? false, seq });
    if (!put) throw invalid("user", "This person is in the room already.");
    await emit(input.room, { type: "participant.joined", userId: input.user });
  });
  const [row] = await selectParticipants(database().db, sql`p.room_id = ${input.room} and p.user_id = ${input.user}`);
  if (!row) throw new ChatError("not_found", "There is no such participant.");
  return presentParticipant(row);
}

function invalid(field: string, reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { [field]: [reason] } });
}

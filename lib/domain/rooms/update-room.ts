import { database } from "@/db/database";
import { updateRoomRow } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Room } from "@/lib/contract/shapes";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { accessRoom } from "./access-room";
import { presentRoom } from "./get-room";

/** Changes name or description: room admins. A direct room has no name of its own. */
export async function updateRoom(
  ctx: Ctx,
  input: { id: string; name?: string | undefined; description?: string | undefined },
): Promise<Room> {
  await commit(async (tx, emit) => {
    const room = await accessRoom(tx, ctx, input.id, "room.update");
    if (room.room_type === "direct" && input.name) {
      const reason = "A direct room is named after the other person.";
      throw new ChatError("invalid_input", reason, { fields: { name: [reason] } });
    }
    if (input.name === undefined && input.description === undefined) return;
    await updateRoomRow(tx, input.id, { name: input.name ?? null, description: input.description ?? null });
    await emit(input.id, { type: "room.updated", userId: ctx.userId });
  });
  return presentRoom(database().db, ctx, input.id);
}

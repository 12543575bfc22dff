import { database } from "@/db/database";
import { updateRoomRow } from "@/db/queries/room-writes";
import { ChatError } from "@/lib/contract/errors";
import type { Room, WhoWrites } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import { commit } from "../commit";
import type { Ctx } from "../ctx";
import { screenName } from "../filter/screen-text";
import { accessRoom } from "./access-room";
import { presentRoom } from "./get-room";
import { tellRoom } from "./tell-room";

/**
 * Changes name or description, and who may write: room admins. A direct room has no name of its own, and both write in it.
 * What is as it was already changes nothing. Refuses with `filter_refused`, and as `accessRoom` does.
 */
export async function updateRoom(
  ctx: Ctx,
  input: {
    id: string;
    name?: string | undefined;
    description?: string | undefined;
    who_writes?: WhoWrites | undefined;
  },
): Promise<Room> {
  await commit(async (tx, emit) => {
    const room = await accessRoom(tx, ctx, input.id, "room.update");
    const direct = room.room_type === "direct";
    if (direct && input.name) throw invalid("name", "A direct room is named after the other person.");
    if (direct && input.who_writes === "admins") throw invalid("who_writes", "Both write in a direct room.");
    const whoWrites = input.who_writes === room.who_writes ? undefined : input.who_writes;
    if ((input.name ?? input.description ?? whoWrites) === undefined) return;
    if (input.name) await screenName(input.name, "name");
    if (input.description) await screenName(input.description, "description");
    await updateRoomRow(tx, input.id, {
      name: input.name ?? null,
      description: input.description ?? null,
      who_writes: whoWrites ?? null,
    });
    await emit(input.id, { type: "room.updated", userId: ctx.userId });
    if (whoWrites === undefined) return;
    const change = whoWrites === "admins" ? "adminsWrite" : "everybodyWrites";
    await tellRoom(tx, emit, ctx, input.id, (name) => ({ change, name }));
    const action = whoWrites === "admins" ? "room.only_admins_write" : "room.everybody_writes";
    await recordAudit(tx, ctx, { action, target: { type: "room", id: input.id } });
  });
  return presentRoom(database().db, ctx, input.id);
}

function invalid(field: string, reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { [field]: [reason] } });
}

import type { Db } from "@/db/database";
import { insertSystemMessage } from "@/db/queries/subject-rooms";
import { selectUser } from "@/db/queries/users";
import { type RoomNotice, writeRoomNotice } from "@/lib/contract/room-notice";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";
import { briefOf } from "../users/present-me";

/** Tells a room, whose row is held, in a system message what the caller did: `notice` gets their full name. */
export async function tellRoom(
  tx: Db,
  emit: Emit,
  ctx: Ctx,
  room: string,
  notice: (name: string) => RoomNotice,
): Promise<void> {
  const actor = await selectUser(tx, ctx.userId);
  const name = actor ? briefOf(actor).full_name : ctx.username;
  const messageId = await insertSystemMessage(tx, room, ctx.userId, writeRoomNotice(notice(name)));
  await emit(room, { type: "message.created", messageId, userId: ctx.userId });
}

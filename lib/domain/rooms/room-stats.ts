import { database } from "@/db/database";
import type { Ctx } from "../ctx";
import { getRoom } from "./get-room";
import { selectRoom } from "@/db/queries/rooms";

/** A room in figures, from its counters. */
export async function roomStats(ctx: Ctx, id: string) {
  const room = await getRoom(ctx, id);
  const row = await selectRoom(database().db, id);
  return {
    message_count: row?.message_count ?? 0,
    participant_count: room.participant_count,
    unread_count: room.unread_count,
    last_message_at: room.last_message?.created_at ?? null,
  };
}

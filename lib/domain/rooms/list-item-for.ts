import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectRoomList } from "@/db/queries/room-list";
import type { RoomListItem } from "@/lib/contract/shapes";
import { presentListItem } from "./present-list-item";

/** One room's list item as each of these people would get it, also those who have left. */
export async function listItemFor(userIds: number[], room: string): Promise<Map<number, RoomListItem>> {
  if (userIds.length === 0) return new Map();
  const rows = await selectRoomList(database().db, sql`p.room_id = ${room} and p.user_id in ${userIds}`, {
    limit: userIds.length,
    offset: 0,
  });
  return new Map(rows.map((row) => [row.user_id, presentListItem(row)]));
}

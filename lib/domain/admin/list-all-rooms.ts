import { database } from "@/db/database";
import { type AllRoomsFilter, selectAllRooms } from "@/db/queries/all-rooms";
import type { RoomFacts } from "@/lib/contract/admin";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentRoomFacts } from "./present-room-facts";

/** Every room but direct ones, from outside: nothing that was said in it. Refuses with `forbidden`. */
export async function listAllRooms(
  ctx: Ctx,
  { page, page_size, ...filter }: AllRoomsFilter & { page: number; page_size: number },
): Promise<{ count: number; results: RoomFacts[] }> {
  requirePermission(ctx, "rooms.manage");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectAllRooms(database().db, filter, bounds);
  return { count, results: rows.map(presentRoomFacts) };
}

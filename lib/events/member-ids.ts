import { database } from "@/db/database";
import { selectMemberIds } from "@/db/queries/sweep";

/** Who is in the room now. */
export function memberIds(room: string): Promise<number[]> {
  return selectMemberIds(database().db, room);
}

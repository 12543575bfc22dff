import { database } from "@/db/database";
import { selectFounderIds } from "@/db/queries/sweep";

/** Who is in the room since it was made. */
export function founderIds(room: string): Promise<number[]> {
  return selectFounderIds(database().db, room);
}

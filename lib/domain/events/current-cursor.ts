import { database } from "@/db/database";
import { selectNow } from "@/db/queries/sync";
import { writeCursor } from "./sync-cursor";

/** The person's cursor of this moment: take it before reading lists, and sync from it afterwards. */
export async function currentCursor(userId: number): Promise<string> {
  const { horizon, now, database: id } = await selectNow(database().db, userId);
  return writeCursor({ h: horizon, t: now, d: id });
}

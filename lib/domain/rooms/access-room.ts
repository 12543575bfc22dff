import type { Db } from "@/db/database";
import { selectAccess, type AccessRow } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";

export type Access = AccessRow & { participant_id: number; is_admin: boolean };

/**
 * The only door to a room: it is reached through the caller's membership.
 * `read` for looking and marking read; `member` also holds the row (leaving, muting); `write` also needs a room that is
 * not archived and a role that writes; `admin` needs a room admin, archived or not.
 * Refuses with `not_found`, `not_participant`, `room_archived` or `forbidden`.
 */
export async function accessRoom(
  db: Db,
  ctx: Ctx,
  room: string,
  purpose: "read" | "member" | "write" | "admin",
): Promise<Access> {
  const row = await selectAccess(db, room, ctx.userId, purpose !== "read");
  if (!row) throw new ChatError("not_found", "There is no such room.");
  if (row.participant_id === null || row.left_at !== null || row.is_admin === null) {
    throw new ChatError("not_participant", "You are not in this room.");
  }
  if ((purpose === "write" || purpose === "admin") && ctx.role === "viewer") {
    throw new ChatError("forbidden", "Your role reads only.");
  }
  if (purpose === "write" && row.archived_at !== null) {
    throw new ChatError("room_archived", "This room is archived. Ask a room admin to unarchive it.");
  }
  if (purpose === "admin" && !row.is_admin) throw new ChatError("forbidden", "Only a room admin can do this.");
  return { ...row, participant_id: row.participant_id, is_admin: row.is_admin };
}

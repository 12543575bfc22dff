import type { Db } from "@/db/database";
import { selectAccess, type AccessRow } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import { placeMay, type RoomAction, ruleOf } from "@/lib/contract/permissions";
import type { Ctx } from "../ctx";
import { requireRole } from "../require-permission";
import { placeRefusals } from "./place-refusals";

export type Access = AccessRow & { participant_id: number; is_admin: boolean };

const reasons = {
  admin: "Only a room admin can do this.",
  author: "Only its sender can do this.",
  author_or_admin: "Only its sender or a room admin can do this.",
} as const;

/**
 * The only door to a room: it is reached through the caller's membership, for an action of the table of permissions.
 * Actions that change the room hold its row. `own` tells whether what they are about is the caller's.
 * Refuses with `not_found`, `not_participant`, `room_archived`, `silenced`, `only_admins_write`, `blocked` or `forbidden`.
 */
export async function accessRoom(db: Db, ctx: Ctx, room: string, action: RoomAction, own = false): Promise<Access> {
  const { by, archived, silenced, announced, blocked, changes } = ruleOf(action);
  const row = await selectAccess(db, room, ctx.userId, changes);
  if (!row) throw new ChatError("not_found", "There is no such room.");
  if (row.participant_id === null || row.left_at !== null || row.is_admin === null) {
    throw placeRefusals.outside();
  }
  requireRole(ctx, action);
  const grant = by[ctx.role];
  if (grant === "admin" && !row.is_admin) throw new ChatError("forbidden", reasons.admin);
  if (!archived && row.archived_at !== null) throw placeRefusals.archived();
  if (!silenced && row.silenced_until !== null) throw placeRefusals.silenced(row.silenced_until);
  if (!announced && row.who_writes === "admins" && !row.is_admin) throw placeRefusals.announced();
  if (!blocked && row.blocked) throw placeRefusals.blocked();
  if (!placeMay(ctx.role, action, row.is_admin ? "admin" : "participant", own)) {
    throw new ChatError("forbidden", grant === "author" ? reasons.author : reasons.author_or_admin);
  }
  return { ...row, participant_id: row.participant_id, is_admin: row.is_admin };
}

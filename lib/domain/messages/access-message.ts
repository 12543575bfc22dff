import type { Db } from "@/db/database";
import { selectMessage, type MessageRow } from "@/db/queries/messages";
import { ChatError } from "@/lib/contract/errors";
import { type RoomAction, ruleOf } from "@/lib/contract/permissions";
import type { Ctx } from "../ctx";
import { accessRoom, type Access } from "../rooms/access-room";

/**
 * A message through its room. For what changes it the room's row is held, and the message is read after that, so that two who
 * change it at once do so one after the other. Refuses with `not_found` (deleted ones too) or as `accessRoom` does.
 */
export async function accessMessage(
  db: Db,
  ctx: Ctx,
  id: string,
  action: RoomAction,
): Promise<{ row: MessageRow; room: Access }> {
  const gone = () => new ChatError("not_found", "There is no such message.");
  const seen = await selectMessage(db, id);
  if (!seen) throw gone();
  const room = await accessRoom(db, ctx, seen.room_id, action, seen.sender_id === ctx.userId);
  const row = ruleOf(action).changes ? await selectMessage(db, id) : seen;
  if (!row || row.deleted_at !== null) throw gone();
  return { row, room };
}

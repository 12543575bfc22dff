import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { selectParticipants, type ParticipantRow } from "@/db/queries/participants";
import { ChatError } from "@/lib/contract/errors";
import { type RoomAction, ruleOf } from "@/lib/contract/permissions";
import type { Ctx } from "../ctx";
import { accessRoom, type Access } from "../rooms/access-room";

/** Somebody's membership through its room. Refuses with `not_found` (also for one who left) or as `accessRoom` does. */
export async function accessParticipant(
  db: Db,
  ctx: Ctx,
  id: number,
  action: RoomAction,
): Promise<{ row: ParticipantRow; room: Access }> {
  const find = async () => (await selectParticipants(db, sql`p.id = ${id}`))[0];
  const seen = await find();
  if (!seen) throw gone();
  const room = await accessRoom(db, ctx, seen.room_id, action, seen.user.id === ctx.userId);
  const row = ruleOf(action).changes ? await find() : seen;
  if (!row || row.left_at !== null) throw gone();
  return { row, room };
}

function gone(): ChatError {
  return new ChatError("not_found", "There is no such participant.");
}

import type { Db } from "@/db/database";
import { type MessageFilter, selectAnchor } from "@/db/queries/message-lists";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { accessRoom } from "../rooms/access-room";

/**
 * The room whose messages a list shows, after the caller's right to it was checked; undefined for all their rooms.
 * A thread lies in the room of its root. Refuses as `accessRoom` does, or an unknown root with `invalid_input`.
 */
export async function listedRoom(db: Db, ctx: Ctx, filter: MessageFilter): Promise<string | undefined> {
  if (filter.room) {
    await accessRoom(db, ctx, filter.room, "room.read");
    return filter.room;
  }
  if (!filter.thread_root) return undefined;
  const root = await selectAnchor(db, ctx.userId, filter.thread_root);
  if (root) return root.room_id;
  const reason = "It is no message of your rooms.";
  throw new ChatError("invalid_input", reason, { fields: { thread_root: [reason] } });
}

import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectParticipants } from "@/db/queries/participants";
import { advanceWatermark } from "@/db/queries/read-marks";
import { selectMessageAt } from "@/db/queries/room-writes";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { accessRoom } from "./access-room";
import { placeRefusals } from "./place-refusals";

/** Above so many people receipts are counted on demand, not broadcast: each would cost a packet a member. */
const broadcastLimit = 100;

/**
 * Moves the caller's watermark forward, to `seq` or to the end; never back. Archived rooms too. Refuses with `not_found` or
 * `not_participant`, also whoever is taken out of the room meanwhile.
 */
export async function markRoomRead(
  ctx: Ctx,
  input: { room: string; seq?: number | undefined },
): Promise<{ unread_count: number }> {
  const { db } = database();
  const room = await accessRoom(db, ctx, input.room, "room.mark_read");
  const seq = Math.min(input.seq ?? room.last_seq, room.last_seq);
  const { here, moved } = await advanceWatermark(db, input.room, ctx.userId, seq);
  if (!here) throw placeRefusals.outside();
  if (moved) {
    publish({
      kind: "read",
      room: input.room,
      user_id: ctx.userId,
      username: ctx.username,
      seq: moved.last_read_seq,
      read_at: instant(moved.last_read_at),
      message_id: await selectMessageAt(db, input.room, moved.last_read_seq),
      broadcast: room.participant_count <= broadcastLimit,
    });
  }
  const [participant] = await selectParticipants(db, sql`p.id = ${room.participant_id}`);
  return { unread_count: participant?.unread_count ?? 0 };
}

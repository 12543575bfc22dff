import { database } from "@/db/database";
import { selectApart } from "@/db/queries/blocks";
import { selectPresence, selectSharedRooms, touchUsers } from "@/db/queries/presence";
import type { PresenceEvent } from "@/lib/contract/events";
import { seenOf } from "@/lib/events/presence-state";
import { instant } from "../instant";
import { statusOf } from "./status-of";

/** Above so many people nobody watches everybody's dot. */
const largestRoom = 200;

/** `apart`: those who do not see it, since one of the two has blocked the other. */
export type Signs = { sign: PresenceEvent; rooms: string[]; apart: number[] }[];

/**
 * How these people are seen now, and in which of `rooms` that matters. `active` are those who did something here: their
 * time is noted first, in one statement and not more often than every half minute.
 */
export async function presentPeople(userIds: number[], active: number[], rooms: string[]): Promise<Signs> {
  const { db } = database();
  if (active.length > 0) await touchUsers(db, active);
  if (userIds.length === 0) return [];
  const [rows, apart, shared] = await Promise.all([
    selectPresence(db, userIds),
    selectApart(db, userIds),
    rooms.length > 0 ? selectSharedRooms(db, userIds, rooms, largestRoom) : [],
  ]);
  const roomsOf = new Map<number, string[]>();
  for (const { user_id, room_id } of shared) {
    const mine = roomsOf.get(user_id);
    if (mine) mine.push(room_id);
    else roomsOf.set(user_id, [room_id]);
  }
  return rows.map((row) => ({
    sign: {
      user_id: row.id,
      status: statusOf(seenOf(row.id), row.do_not_disturb),
      last_active_at: instant(row.last_active_at),
    },
    rooms: roomsOf.get(row.id) ?? [],
    apart: apart.get(row.id) ?? [],
  }));
}

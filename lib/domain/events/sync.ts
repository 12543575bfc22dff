import { database } from "@/db/database";
import { selectNow, selectSyncRooms, type SyncRoom } from "@/db/queries/sync";
import type { RoomEvent } from "@/lib/contract/events";
import type { RoomListItem } from "@/lib/contract/shapes";
import type { PublishedEvent } from "@/lib/events/hint";
import { settingsNow } from "../admin/settings-now";
import type { Ctx } from "../ctx";
import { listItemFor } from "../rooms/list-item-for";
import { currentCursor } from "./current-cursor";
import { presentEvents } from "./present-events";
import { retentionDays } from "./retention-days";
import { readCursor, writeCursor, type SyncCursor } from "./sync-cursor";

const retention = retentionDays * 24 * 3600;
/** What a client gets that names no limit of its own: few rounds after a long absence, and still one bearable packet. */
const defaultLimit = 500;
const roomsAtOnce = 50;
const firstRoom = "00000000-0000-0000-0000-000000000000";

type Events = { events: RoomEvent[]; cursor: string; has_more: boolean; reset: boolean };

export type Synced = Events & {
  /** What was said before is removed from the rooms, and shall go from devices too; not there where messages stay for ever. */
  kept_from?: string;
};

type Input = { cursor: string | null; limit?: number | undefined };

/**
 * Every durable event since the cursor in all the caller's rooms, in order within a room, possibly again but never fewer.
 * `cursor: null` answers no events and the present cursor. Refuses with `bad_cursor`.
 */
export async function sync(ctx: Ctx, input: Input): Promise<Synced> {
  const days = settingsNow()?.messageDays ?? null;
  const events = await eventsSince(ctx, input);
  return days === null ? events : { ...events, kept_from: new Date(Date.now() - days * 86_400_000).toISOString() };
}

async function eventsSince(ctx: Ctx, input: Input): Promise<Events> {
  const { db } = database();
  if (input.cursor === null)
    return { events: [], cursor: await currentCursor(ctx.userId), has_more: false, reset: false };
  const cursor = readCursor(input.cursor);
  const now = await selectNow(db, ctx.userId);
  const reset = {
    events: [],
    cursor: writeCursor({ h: now.horizon, t: now.now, d: now.database }),
    has_more: false,
    reset: true,
  };
  if (cursor.d !== now.database || now.now - cursor.t > retention || BigInt(cursor.h) > BigInt(now.oldest))
    return reset;

  // What arrives while a pass is under way belongs to the next one: that starts at the horizon taken with the first page.
  const next = { h: cursor.n ?? now.horizon, t: cursor.u ?? now.now, d: now.database };
  const limit = input.limit ?? defaultLimit;
  const events: RoomEvent[] = [];
  let from = cursor.r ?? firstRoom;
  const done = new Set<string>();
  for (;;) {
    const rooms = await selectSyncRooms(db, ctx.userId, cursor.h, from, roomsAtOnce);
    if (rooms.some((room) => room.rejoined)) return reset;
    for (const room of rooms) {
      const after = startOf(room, cursor, done);
      done.add(room.room_id);
      const wanted = limit - events.length;
      const found = await presentEvents(db, room.room_id, { after, until: room.until, limit: wanted });
      events.push(...(await personalise(ctx, room.room_id, found)));
      if (found.length === wanted) {
        const last = found.at(-1)?.seq ?? after;
        const mid: SyncCursor = {
          h: cursor.h,
          t: cursor.t,
          d: cursor.d,
          n: next.h,
          u: next.t,
          r: room.room_id,
          s: last,
        };
        return { events, cursor: writeCursor(mid), has_more: true, reset: false };
      }
    }
    const last = rooms.at(-1);
    if (rooms.length < roomsAtOnce || !last) break;
    from = last.room_id;
  }
  return { events, cursor: writeCursor(next), has_more: false, reset: false };
}

/** Chunks of rooms overlap by one, and a pass may go on in the middle of a room. */
function startOf(room: SyncRoom, cursor: SyncCursor, done: Set<string>): number {
  if (done.has(room.room_id)) return room.until;
  return room.room_id === cursor.r ? Math.max(room.after, cursor.s ?? 0) : room.after;
}

/** `room.*` carries the room's list item as the caller gets it now. */
async function personalise(ctx: Ctx, room: string, events: PublishedEvent[]): Promise<RoomEvent[]> {
  const needed = events.some((event) => event.type.startsWith("room."));
  const item: RoomListItem | undefined = needed ? (await listItemFor([ctx.userId], room)).get(ctx.userId) : undefined;
  return events.flatMap((event) => {
    const { room: id, seq, type, at } = event;
    const data = event.type.startsWith("room.") ? item : event.data;
    // The log's writer pairs type and data (db/queries/events.ts), which the compiler cannot see here.
    return data ? [{ room: id, seq, type, at, data } as RoomEvent] : [];
  });
}

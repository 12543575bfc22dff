import { database, type Db } from "@/db/database";
import * as lists from "@/db/queries/message-lists";
import { selectMessage, type MessageRow } from "@/db/queries/messages";
import { selectRoom } from "@/db/queries/rooms";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { listedRoom } from "./listed-room";
import { presentMessagesFor } from "./present-messages";

export type ListMessagesPageInput = lists.MessageFilter & {
  page: number;
  page_size: number;
  ordering: "created_at" | "-created_at";
};

type Found = { count: number; rows: MessageRow[] };

/**
 * One page by number. In a room the page is a range of message numbers, so that the oldest page costs what the newest
 * does; `count` comes from counters kept with each write. Refuses with `not_participant`.
 */
export async function listMessagesPage(
  ctx: Ctx,
  input: ListMessagesPageInput,
): Promise<{ count: number; results: Message[] }> {
  const { db } = database();
  const room = await listedRoom(db, ctx, input);
  const { count, rows } = room
    ? input.thread_root || input.pinned || input.has
      ? await subset(db, room, input)
      : await wholeRoom(db, room, input)
    : await allRooms(db, ctx, input);
  return { count, results: await presentMessagesFor(ctx.userId, rows, db) };
}

async function wholeRoom(db: Db, roomId: string, input: ListMessagesPageInput): Promise<Found> {
  const room = await selectRoom(db, roomId);
  if (!room) return { count: 0, rows: [] };
  const gone = room.gone_number;
  const total = room.message_total - gone;
  const count = input.include_deleted ? total : room.message_count;
  const skip = (input.page - 1) * input.page_size;
  const limit = Math.min(input.page_size, count - skip);
  if (limit <= 0) return { count, rows: [] };
  const descending = input.ordering === "-created_at";
  const rank = descending ? count - skip - limit + 1 : skip + 1;
  const from = input.include_deleted || count === total ? gone + rank : await numberOf(db, roomId, gone, rank);
  const rows = await lists.selectByNumber(db, roomId, input, { from, limit });
  return { count, rows: descending ? rows.reverse() : rows };
}

/**
 * The number of the room's `rank`th message that is not deleted, of those after `gone`. Each round adds the deleted ones that it
 * has passed.
 */
async function numberOf(db: Db, room: string, gone: number, rank: number): Promise<number> {
  let number = gone + rank;
  for (;;) {
    const next = gone + rank + (await lists.countDeleted(db, room, gone, number));
    if (next === number) return number;
    number = next;
  }
}

async function subset(db: Db, room: string, input: ListMessagesPageInput): Promise<Found> {
  const root =
    input.thread_root && !input.pinned && !input.has && !input.include_deleted
      ? await selectMessage(db, input.thread_root)
      : undefined;
  const count = root?.room_id === room ? root.reply_count : await lists.countSubset(db, room, input);
  const rows = await lists.selectSubset(db, room, input, {
    newestFirst: input.ordering === "-created_at",
    limit: input.page_size,
    offset: (input.page - 1) * input.page_size,
  });
  return { count, rows };
}

async function allRooms(db: Db, ctx: Ctx, input: ListMessagesPageInput): Promise<Found> {
  const count = await lists.countAllRooms(db, ctx.userId, input);
  const offset = (input.page - 1) * input.page_size;
  if (offset >= count) return { count, rows: [] };
  const rows = await lists.selectAllRoomsSlice(db, ctx.userId, input, {
    newestFirst: input.ordering === "-created_at",
    limit: input.page_size,
    offset,
  });
  return { count, rows };
}

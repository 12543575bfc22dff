import { setImmediate as nextTurn } from "node:timers/promises";
import type { RoomEvent } from "@/lib/contract/events";
import type { RoomListItem } from "@/lib/contract/shapes";
import { listItemFor } from "@/lib/domain/rooms/list-item-for";
import type { PublishedEvent } from "@/lib/events/hint";
import type { Audience } from "./audience";
import { channelEmit } from "./channel-emit";
import { eventFrame } from "./raw-frames";

const slice = 500;

/**
 * One packet per connection for everything in `events`, in slices that leave the event loop free between them.
 * Everything that they need is loaded first: where that fails nothing has left, and the same may be tried again.
 */
export async function emitEvents(audience: Audience, events: PublishedEvent[]): Promise<void> {
  if (audience.empty) return;
  const items = events.some((event) => event.type.startsWith("room.")) ? await itemsOf(audience) : undefined;
  const frames = audience.rawCount > 0 ? await framesOf(events) : [];
  if (items) await emitPersonal(audience, events, items);
  else {
    const batch = events.map((event) => present(event, undefined));
    for (const [index, channel] of audience.channels.entries()) {
      if (index > 0) await nextTurn();
      channelEmit(channel, "events", batch);
    }
  }
  await emitFrames(audience, frames);
}

async function framesOf(events: PublishedEvent[]): Promise<string[]> {
  const frames: string[] = [];
  for (const event of events) {
    const frame = await eventFrame(event);
    if (frame) frames.push(frame);
  }
  return frames;
}

async function emitFrames(audience: Audience, frames: string[]): Promise<void> {
  let count = 0;
  for (const connection of [...audience.raw]) {
    if (++count % slice === 0) await nextTurn();
    for (const frame of frames) connection.frame(frame);
  }
}

async function itemsOf({ users, room }: Audience): Promise<Map<number, RoomListItem>> {
  const items = new Map<number, RoomListItem>();
  for (let start = 0; start < users.length; start += slice) {
    for (const [userId, item] of await listItemFor(users.slice(start, start + slice), room)) items.set(userId, item);
  }
  return items;
}

/** A room's list item differs from reader to reader. */
async function emitPersonal(
  audience: Audience,
  events: PublishedEvent[],
  items: Map<number, RoomListItem>,
): Promise<void> {
  for (const [index, userId] of audience.users.entries()) {
    if (index > 0 && index % slice === 0) await nextTurn();
    const item = items.get(userId);
    const mine = events.filter((event) => item || !event.type.startsWith("room."));
    const batch = mine.map((event) => present(event, item));
    for (const connection of audience.of(userId)) connection.events(batch);
  }
}

function present(event: PublishedEvent, item: RoomListItem | undefined): RoomEvent {
  const { room, seq, type, at } = event;
  // The log's writer pairs type and data; `room.*` gets its reader's item here.
  return { room, seq, type, at, data: event.data ?? item } as RoomEvent;
}

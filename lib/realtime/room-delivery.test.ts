import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomEvent } from "@/lib/contract/events";
import type { PublishedEvent } from "@/lib/events/hint";
import type { Connection } from "./connection";
import { InFlight } from "./in-flight";
import { addConnection, dropConnection } from "./people";
import { RoomDelivery } from "./room-delivery";

const room = "0190a0a0-0000-7000-8000-000000000001";
const log = vi.hoisted(() => ({ events: [] as PublishedEvent[] }));
const emitted: { channel: string | null; seqs: (number | undefined)[] }[] = [];

vi.mock("@/lib/domain/events/load-events", () => ({
  loadEvents: (_: string, after: number, limit: number) =>
    Promise.resolve(log.events.filter((event) => event.seq > after).slice(0, limit)),
}));
vi.mock("@/lib/domain/rooms/list-item-for", () => ({ listItemFor: () => Promise.resolve(new Map()) }));
vi.mock("@/lib/events/member-ids", () => ({ memberIds: () => Promise.resolve([1]) }));
vi.mock("@/lib/events/load-message", () => ({ loadMessage: () => Promise.resolve(undefined) }));
vi.mock("./channel-emit", () => ({
  channelEmit: (channel: string | null, _: string, batch: RoomEvent[]) =>
    emitted.push({ channel, seqs: batch.map((event) => ("seq" in event ? event.seq : undefined)) }),
}));

function device(userId: number) {
  const left: string[] = [];
  const connection: Connection = {
    ctx: { userId, sessionId: `s${userId}`, username: `u${userId}`, role: "staff" },
    only: null,
    departed: new Set(),
    work: new InFlight(),
    join: () => undefined,
    quit: (channel) => left.push(channel),
    events: () => undefined,
    frame: () => undefined,
    removed: () => left.push("removed"),
    revoked: () => undefined,
    goodbye: () => undefined,
  };
  return { connection, left };
}

const event = (seq: number, type: PublishedEvent["type"] = "message.created", userId = 1): PublishedEvent => ({
  room,
  seq,
  type,
  at: "2026-01-01T00:00:00.000000Z",
  // Delivery looks at nothing but the person of a participant's event.
  data: { user: { id: userId } } as unknown as PublishedEvent["data"],
  actor_id: userId,
});

const ada = device(1);
const ben = device(2);

beforeEach(() => {
  vi.useFakeTimers();
  emitted.length = 0;
  log.events = [];
  addConnection(ada.connection);
  addConnection(ben.connection);
});
afterEach(() => {
  dropConnection(ada.connection);
  dropConnection(ben.connection);
  vi.useRealTimers();
});

function delivery(after: number): RoomDelivery {
  const made = new RoomDelivery(room, after, () => undefined);
  made.audience.add(ada.connection);
  return made;
}

test("what was committed together leaves as one packet, and nothing twice", async () => {
  const made = delivery(4);
  made.offer([event(5), event(6), event(7)]);
  made.offer([event(6), event(7)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(emitted.map((packet) => packet.seqs)).toEqual([[5, 6, 7]]);
});

test("an event that jumps is held until the one before it comes", async () => {
  const made = delivery(4);
  made.offer([event(6)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(emitted).toEqual([]);
  made.offer([event(5)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(emitted.map((packet) => packet.seqs)).toEqual([[5, 6]]);
});

test("a gap that stays is loaded from the log", async () => {
  const made = delivery(4);
  log.events = [event(5), event(6), event(7)];
  made.offer([event(7)]);
  await vi.advanceTimersByTimeAsync(60);
  expect(emitted.flatMap((packet) => packet.seqs)).toEqual([5, 6, 7]);
});

test("who joins hears it first of all; who leaves hears that last", async () => {
  const made = delivery(4);
  made.offer([event(5), event(6, "participant.joined", 2), event(7), event(8, "participant.left", 2), event(9)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(emitted.map((packet) => packet.seqs)).toEqual([[5], [6, 7, 8], [9]]);
  expect(ben.left).toHaveLength(2);
  expect(made.audience.users).toEqual([1]);
});

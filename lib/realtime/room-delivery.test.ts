import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomEvent } from "@/lib/contract/events";
import type { PublishedEvent } from "@/lib/events/hint";
import type { Connection } from "./connection";
import { InFlight } from "./in-flight";
import { addConnection, dropConnection } from "./people";
import { enterRoom, leaveRooms, liveRooms } from "./delivery";
import { RoomDelivery } from "./room-delivery";

const room = "0190a0a0-0000-7000-8000-000000000001";
const log = vi.hoisted(() => ({ events: [] as PublishedEvent[] }));
const emitted: { channel: string | null; seqs: (number | undefined)[] }[] = [];

vi.mock("@/lib/domain/events/load-events", () => ({
  loadEvents: (_: string, after: number, limit: number) =>
    Promise.resolve(log.events.filter((event) => event.seq > after).slice(0, limit)),
}));
const listItemFor = vi.hoisted(() => vi.fn(() => Promise.resolve(new Map())));
vi.mock("@/lib/domain/rooms/list-item-for", () => ({ listItemFor }));
vi.mock("@/lib/events/founder-ids", () => ({ founderIds: () => Promise.resolve([1]) }));
const memberships = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/rooms/memberships", () => ({ memberships }));
vi.mock("@/lib/events/load-message", () => ({ loadMessage: () => Promise.resolve(undefined) }));
vi.mock("./channel-emit", () => ({
  channelEmit: (channel: string, _: string, batch: RoomEvent[]) =>
    emitted.push({ channel, seqs: batch.map((event) => ("seq" in event ? event.seq : undefined)) }),
}));

function device(userId: number, only: string | null = null) {
  const left: string[] = [];
  const frames: number[] = [];
  const connection: Connection = {
    ctx: { userId, sessionId: `s${userId}`, username: `u${userId}`, role: "staff" },
    only,
    moves: new Map(),
    work: new InFlight(),
    join: () => undefined,
    quit: (channel) => left.push(channel),
    events: () => undefined,
    frame: (text) => frames.push((JSON.parse(text) as { message: { seq: number } }).message.seq),
    removed: () => left.push("removed"),
    revoked: () => undefined,
    goodbye: () => undefined,
  };
  return { connection, left, frames };
}

const event = (seq: number, type: PublishedEvent["type"] = "message.created", userId = 1): PublishedEvent => ({
  room,
  seq,
  type,
  at: "2026-01-01T00:00:00.000000Z",
  // Delivery looks at nothing but the person of a participant's event.
  data: { user: { id: userId }, seq } as unknown as PublishedEvent["data"],
  actor_id: userId,
});

const ada = device(1);
const ben = device(2);
const phone = device(2, room);

beforeEach(() => {
  vi.useFakeTimers();
  emitted.length = 0;
  log.events = [];
  addConnection(ada.connection);
  addConnection(ben.connection);
  phone.frames.length = 0;
  for (const { connection, left } of [ada, ben, phone]) {
    connection.moves.clear();
    left.length = 0;
  }
});
afterEach(() => {
  for (const { connection } of [ada, ben, phone]) {
    dropConnection(connection);
    leaveRooms(connection);
  }
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

/** What Ben's phone finds when it connects: he came back with 8, and the log stood at 9. */
const back = { room_id: room, joined_seq: 8, last_seq: 9 };

/** This node has told the room up to here. */
function toldUpTo(seq: number): RoomDelivery {
  enterRoom(ada.connection, { room_id: room, joined_seq: 1, last_seq: seq });
  const made = liveRooms().get(room);
  if (!made) throw new Error("The room is not live.");
  return made;
}

test("whoever comes back while this node is behind hears nothing of their absence", async () => {
  const made = toldUpTo(4);
  addConnection(phone.connection);
  expect(enterRoom(phone.connection, back)).toBe(true);
  made.offer([event(5, "participant.left", 2), event(6), event(7), event(8, "participant.joined", 2), event(9)]);
  await vi.advanceTimersByTimeAsync(0);
  made.offer([event(10)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(phone.frames).toEqual([9, 10]);
  expect(phone.left).toEqual([]);
});

test("whoever connects while what they missed is on its way out does not hear it", async () => {
  const made = toldUpTo(4);
  addConnection(phone.connection);
  made.offer([event(5, "participant.left", 2), event(6), event(7), event(8, "participant.joined", 2), event(9)]);
  enterRoom(phone.connection, back);
  await vi.advanceTimersByTimeAsync(0);
  made.offer([event(10)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(phone.frames).toEqual([9, 10]);
});

test("whoever left after their membership was looked up does not come in, whatever told of it", async () => {
  const made = toldUpTo(9);
  addConnection(phone.connection);
  log.events = [event(10, "participant.left", 2), event(11)];
  await made.catchUp();
  expect(enterRoom(phone.connection, back)).toBe(false);
  made.offer([event(12, "participant.joined", 2)]);
  expect(enterRoom(phone.connection, back)).toBe(true);
});

test("a membership that is older than what this node knows of the room is looked up again", async () => {
  toldUpTo(11);
  addConnection(phone.connection);
  memberships.mockResolvedValueOnce([]);
  enterRoom(phone.connection, back);
  await vi.advanceTimersByTimeAsync(0);
  expect(phone.left).toEqual(["removed"]);
  expect(liveRooms().get(room)?.hears(phone.connection)).toBe(false);
});

test("events that the database did not give wait, and nobody is told what comes after them first", async () => {
  const made = toldUpTo(4);
  made.enter(ben.connection, 1);
  listItemFor.mockRejectedValueOnce(new Error("The database is away."));
  made.offer([event(5, "room.updated"), event(6, "participant.left", 2), event(7)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(emitted).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(emitted.map((packet) => packet.seqs)).toEqual([[7]]);
  expect(ben.left).toContain("removed");
  expect(made.toldSeq).toBe(7);
});

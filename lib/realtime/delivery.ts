import type { ReadAdvanced } from "@/lib/contract/events";
import { roleMay } from "@/lib/contract/permissions";
import type { Participant } from "@/lib/contract/shapes";
import { subscribe } from "@/lib/events/bus";
import type { EventsHint, Hint, ModerationHint, ReadHint, TypingHint } from "@/lib/events/hint";
import { log } from "@/lib/log/log";
import { type Membership, memberships } from "@/lib/domain/rooms/memberships";
import { channelEmit, devicesOf } from "./channel-emit";
import type { Connection } from "./connection";
import { noteMoves } from "./note-moves";
import { allConnections, connectionsOf, isConnected, revokeSessions } from "./people";
import { readFrame, typingFrame } from "./raw-frames";
import { RoomDelivery } from "./room-delivery";
import { tellOfBlock } from "./tell-of-block";

const rooms = new Map<string, RoomDelivery>();

/** Rooms that somebody on this node hears. */
export function liveRooms(): ReadonlyMap<string, RoomDelivery> {
  return rooms;
}

export function startDelivery(): () => void {
  return subscribe(hear);
}

/**
 * The connection hears the room's events from its person's coming on, however far this node has got with the log.
 * Where nobody here hears the room yet, the log is told from `after` on. False: the person has gone since the membership
 * was looked up.
 */
export function enterRoom(connection: Connection, membership: Membership, after = membership.last_seq): boolean {
  const { room_id: room, joined_seq, last_seq } = membership;
  const move = connection.moves.get(room);
  const later = move && move.seq > last_seq ? move : undefined;
  if (later && !later.in) return false;
  const delivery = roomAt(room, after);
  // What came before this node began with the room it was not told: the person may have gone meanwhile.
  if (delivery.since > last_seq) void lookAgain(connection, room);
  else delivery.enter(connection, later?.seq ?? joined_seq);
  return true;
}

async function lookAgain(connection: Connection, room: string): Promise<void> {
  try {
    const [membership] = await memberships(connection.ctx.userId, room);
    if (isConnected(connection) && !(membership && enterRoom(connection, membership))) connection.removed(room);
  } catch (error) {
    log.warn({ err: error, room }, "a membership could not be looked up; its connection is to come again");
    connection.goodbye();
  }
}

export function leaveRooms(connection: Connection): void {
  for (const delivery of [...rooms.values()]) delivery.leave(connection);
}

function roomAt(room: string, after: number): RoomDelivery {
  let delivery = rooms.get(room);
  if (!delivery) {
    delivery = new RoomDelivery(room, after, (empty) => {
      if (rooms.get(room) === empty) rooms.delete(room);
    });
    rooms.set(room, delivery);
  }
  return delivery;
}

function hear(hint: Hint): void {
  switch (hint.kind) {
    case "events":
      return hearEvents(hint);
    case "read":
      return hearRead(hint);
    case "typing":
      return hearTyping(hint);
    case "block":
      return void tellOfBlock(hint);
    case "session.revoked":
      return revokeSessions(hint.sessionIds, hint.reason);
    case "moderation":
      return hearModeration(hint);
    case "filter":
    case "settings":
    case "presence.node":
      // These are looked after by themselves.
      return;
  }
}

function hearEvents({ room, events }: EventsHint): void {
  const known = rooms.get(room);
  if (known) return known.offer(events);
  noteMoves(events);
  // Nobody here hears the room yet: it matters only if these events bring somebody in.
  const first = events.findIndex((event) => event.type === "room.created" || bringsSomebody(event));
  const from = events[first];
  if (!from) return;
  roomAt(room, from.seq - 1).offer(events.slice(first));
}

function bringsSomebody(event: EventsHint["events"][number]): boolean {
  if (event.type !== "participant.joined") return false;
  for (const connection of connectionsOf((event.data as Participant).user.id))
    if (connection.only === null) return true;
  return false;
}

function hearRead(hint: ReadHint): void {
  const audience = rooms.get(hint.room)?.audience;
  if (!audience) return;
  const { room, user_id, seq, read_at } = hint;
  const event: ReadAdvanced = { room, type: "read.advanced", at: read_at, data: { user_id, seq, read_at } };
  if (hint.broadcast) {
    for (const channel of audience.channels) channelEmit(channel, "events", [event]);
    const frame = readFrame(hint);
    if (frame) for (const connection of audience.raw) connection.frame(frame);
    return;
  }
  for (const connection of audience.of(user_id)) {
    connection.events([event]);
    const frame = readFrame(hint);
    if (frame) connection.frame(frame);
  }
}

function hearModeration(hint: ModerationHint): void {
  if (hint.about === "warnings") return channelEmit(devicesOf(hint.user_id), "moderation", { about: hint.about });
  const moderators = new Set<number>(hint.about === "held" ? [hint.user_id] : []);
  for (const { ctx } of allConnections()) if (roleMay(ctx.role, "reports.decide")) moderators.add(ctx.userId);
  for (const id of moderators) channelEmit(devicesOf(id), "moderation", { about: hint.about });
}

/** The typist's own devices hear nothing of it, nor do they who have blocked the typist, or were blocked. */
function hearTyping(hint: TypingHint): void {
  const audience = rooms.get(hint.room)?.audience;
  if (!audience) return;
  const { room, user_id, username, is_typing } = hint;
  const deaf = [user_id, ...(hint.hidden_from ?? [])];
  for (const channel of audience.channels) {
    channelEmit(channel, "typing", { room, user_id, username, is_typing }, deaf);
  }
  const frame = typingFrame(hint);
  for (const connection of audience.raw) if (!deaf.includes(connection.ctx.userId)) connection.frame(frame);
}

import { z } from "zod";
import { id, participant, presenceStatuses, reaction, roomListItem, sharedMessage, time, uuid } from "./shapes";

const durable = { room: uuid, seq: z.int(), at: time };

const messageEvent = <T extends string>(type: T) =>
  z.object({ ...durable, type: z.literal(type), data: sharedMessage });
const participantEvent = <T extends string>(type: T) =>
  z.object({ ...durable, type: z.literal(type), data: participant });
const roomEvent_ = <T extends string>(type: T) => z.object({ ...durable, type: z.literal(type), data: roomListItem });

export const reactionChanged = z.object({
  message_id: uuid,
  reactions: z.array(reaction),
  user_id: id,
  emoji: z.string(),
  on: z.boolean(),
});

/** A durable event of a room's log: `seq` 1, 2, 3 … in commit order, the same for everyone. */
export const durableEvent = z.discriminatedUnion("type", [
  messageEvent("message.created"),
  messageEvent("message.updated"),
  messageEvent("message.deleted"),
  messageEvent("message.pinned"),
  z.object({ ...durable, type: z.literal("reaction.changed"), data: reactionChanged }),
  participantEvent("participant.joined"),
  participantEvent("participant.left"),
  participantEvent("participant.updated"),
  roomEvent_("room.created"),
  roomEvent_("room.updated"),
  roomEvent_("room.archived"),
]);

/** How far somebody has read: coalesced, no `seq`, may be dropped. */
export const readAdvanced = z.object({
  room: uuid,
  type: z.literal("read.advanced"),
  at: time,
  data: z.object({ user_id: id, seq: z.int(), read_at: time }),
});

export const roomEvent = z.union([durableEvent, readAdvanced]);

export const typingEvent = z.object({ room: uuid, user_id: id, username: z.string(), is_typing: z.boolean() });
export const presenceEvent = z.object({
  user_id: id,
  status: z.enum(presenceStatuses),
  last_active_at: time.nullable(),
});

/**
 * Something changed that is to be asked for again: the reports of a moderator, the caller's own warnings, or texts that wait
 * for a moderator (a moderator's list, and those of their writer).
 */
export const moderationEvent = z.object({ about: z.enum(["reports", "warnings", "held"]) });

/** One has blocked somebody, or takes it back, on whichever device: one's own hear it. */
export const blockEvent = z.object({ user_id: id, blocked: z.boolean() });

/** What the server says to Socket.IO clients on its own. One packet of `events` may carry many, in order. */
export const socketEvents = {
  events: z.array(roomEvent),
  typing: typingEvent,
  presence: presenceEvent,
  moderation: moderationEvent,
  block: blockEvent,
  "session:revoked": z.object({ reason: z.string() }),
} as const;

/** The same as Socket.IO's own types want it. */
export type SocketEvents = {
  [Name in keyof typeof socketEvents]: (said: z.output<(typeof socketEvents)[Name]>) => void;
};

export type DurableEvent = z.infer<typeof durableEvent>;
export type DurableEventType = DurableEvent["type"];
export type ReadAdvanced = z.infer<typeof readAdvanced>;
export type RoomEvent = z.infer<typeof roomEvent>;
export type TypingEvent = z.infer<typeof typingEvent>;
export type PresenceEvent = z.infer<typeof presenceEvent>;

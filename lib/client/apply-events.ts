import { notifyManager, type QueryClient } from "@tanstack/react-query";
import type { RoomEvent } from "@/lib/contract/events";
import type { Me, Participant, Room, SharedMessage } from "@/lib/contract/shapes";
import { editRooms } from "@/lib/client/edit-rooms";
import { editTimeline, putInTimelines } from "@/lib/client/edit-timeline";
import { keys } from "@/lib/client/keys";
import { putRooms, type RoomList } from "@/lib/client/room-list";
import {
  changeRoom,
  dropRoom,
  withChangedMessage,
  withNewMessage,
  withReadSoFar,
} from "@/lib/client/room-list-changes";
import { type SeqHeads, headsOf } from "@/lib/client/seq-heads";
import { type Timeline } from "@/lib/client/timeline";
import { advanceRead, changeMessage } from "@/lib/client/timeline-changes";
import { stoppedTyping } from "@/lib/client/typing";

/**
 * Applies what the server says has happened. Safe to call twice with the same events: a room's durable events are
 * taken in the order of their numbers, each once. Returns whether one was missing, so that the caller syncs.
 *
 * `live` events are hints, of which some may be missing. The log has them all: a gap there means that what is held of
 * the room is older than the cursor, and it is read afresh.
 */
export function applyEvents(
  client: QueryClient,
  batch: readonly RoomEvent[],
  from: "live" | "log" = "live",
): { missed: boolean } {
  const heads = headsOf(client);
  let missed = false;
  const behind = new Set<string>();
  notifyManager.batch(() => {
    for (const event of batch) {
      if ("seq" in event) {
        const order = heads.take(event.room, event.seq);
        if (order === "old") continue;
        if (order === "gap" && from === "live") {
          missed = true;
          continue;
        }
        if (order === "gap") {
          heads.set(event.room, event.seq);
          heads.markBehind(event.room);
        }
        if (heads.isBehind(event.room)) behind.add(event.room);
      }
      apply(client, heads, event);
    }
    // Last, since writing to the cache makes what was marked as old count as fresh.
    for (const room of behind) readAfresh(client, room);
  });
  return { missed };
}

/** What is held of the room may lack something: it is replaced when it is next on screen, or now if it is. */
export function readAfresh(client: QueryClient, room: string): void {
  headsOf(client).markBehind(room);
  void client.invalidateQueries({ queryKey: keys.timeline(room) });
  void client.invalidateQueries({ queryKey: keys.room(room) });
}

function apply(client: QueryClient, heads: SeqHeads, event: RoomEvent): void {
  const me = client.getQueryData<Me>(keys.me)?.id ?? 0;
  switch (event.type) {
    case "message.created":
      return messageCreated(client, event.data, me);
    case "message.pinned":
    case "message.updated":
    case "message.deleted":
      if (event.type === "message.pinned") void client.invalidateQueries({ queryKey: keys.pinned(event.room) });
      editTimeline(client, event.room, (now) =>
        changeMessage(now, event.data.id, (old) => ({ ...old, ...event.data })),
      );
      return editRooms(client, (list) => changeRoom(list, event.room, (item) => withChangedMessage(item, event.data)));
    case "reaction.changed":
      return editTimeline(client, event.room, (now) =>
        changeMessage(now, event.data.message_id, (old) => ({ ...old, reactions: event.data.reactions })),
      );
    case "participant.joined":
      if (event.data.user.id === me) needListed(client, event.room);
      return editRoom(client, event.room, (room) => withParticipant(room, event.data));
    case "participant.updated":
      return editRoom(client, event.room, (room) => withParticipant(room, event.data));
    case "participant.left":
      if (event.data.user.id !== me) return editRoom(client, event.room, (room) => without(room, event.data));
      heads.forget(event.room);
      editRooms(client, (list) => dropRoom(list, event.room));
      // What is on screen goes too, which a mere removal from the cache would leave there: asked again, it is refused.
      void client.resetQueries({ queryKey: keys.timeline(event.room) });
      return void client.resetQueries({ queryKey: keys.room(event.room) });
    case "room.created":
    case "room.updated":
    case "room.archived":
      editRooms(client, (list) => putRooms(list, [event.data]));
      return void client.invalidateQueries({ queryKey: keys.room(event.room) });
    case "read.advanced":
      return readAdvanced(client, event.room, event.data, me);
  }
}

function messageCreated(client: QueryClient, message: SharedMessage, me: number): void {
  const own = message.sender?.id === me;
  if (message.sender) stoppedTyping(message.room, message.sender.id);
  putInTimelines(client, message, own);
  // The notices of a task's room tell of changes to the task.
  if (message.message_type === "system") void client.invalidateQueries({ queryKey: ["task"] });
  needListed(client, message.room);
  editRooms(client, (rooms) => changeRoom(rooms, message.room, (item) => withNewMessage(item, message, me)));
}

/** A room that is not in the list yet: the list is read afresh. */
function needListed(client: QueryClient, room: string): void {
  const list = client.getQueryData<RoomList>(keys.rooms);
  if (list && !list.items.some((item) => item.id === room)) void client.invalidateQueries({ queryKey: keys.rooms });
}

type ReadMove = { user_id: number; seq: number; read_at: string };

function readAdvanced(client: QueryClient, room: string, move: ReadMove, me: number): void {
  const mine = move.user_id === me;
  editTimeline(client, room, (now) => advanceRead(now, move.user_id, move.seq, move.read_at, mine));
  editRoom(client, room, (now) => ({
    ...now,
    participants: now.participants.map((person) =>
      person.user.id === move.user_id && person.last_read_seq < move.seq
        ? { ...person, last_read_seq: move.seq, last_read_at: move.read_at }
        : person,
    ),
  }));
  if (!mine) return;
  const timeline = client.getQueryData<Timeline>(keys.timeline(room));
  const unread = timeline?.messages.filter((m) => m.seq > move.seq && m.sender?.id !== me).length ?? null;
  editRooms(client, (list) => changeRoom(list, room, (item) => withReadSoFar(item, move.seq, unread)));
}

function withParticipant(room: Room, person: Participant): Room {
  const others = room.participants.filter((other) => other.user.id !== person.user.id);
  const known = others.length < room.participants.length;
  return {
    ...room,
    participants: [...others, person],
    participant_count: known ? room.participant_count : room.participant_count + 1,
  };
}

function without(room: Room, person: Participant): Room {
  const participants = room.participants.filter((other) => other.user.id !== person.user.id);
  const was = participants.length < room.participants.length;
  return { ...room, participants, participant_count: was ? room.participant_count - 1 : room.participant_count };
}

function editRoom(client: QueryClient, room: string, change: (now: Room) => Room): void {
  client.setQueryData<Room>(keys.room(room), (now) => (now ? change(now) : undefined));
}

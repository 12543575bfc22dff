import { randomUUID } from "node:crypto";
import type { frames } from "@/lib/contract/commands";
import type { serverFrames } from "@/lib/contract/server-frames";
import type { ErrorCode } from "@/lib/contract/errors";
import type { Stage } from "../matrix/stage";
import type { Caller } from "./callers";

/** Callers outside of the room have no raw WebSocket into it: they are closed with 4403. */
export type Member = Extract<Caller, "participant" | "sender" | "admin" | "viewer">;

type FrameRow = {
  when: string;
  send: (stage: Stage) => object | Promise<object>;
  /** The frame that answers it: to its sender, or to the others, who alone hear of typing. */
  answered: { to: "self" | "others"; type: keyof typeof serverFrames };
  by: Partial<Record<Member, "ok" | ErrorCode>>;
};

const writers = { participant: "ok", sender: "ok", admin: "ok", viewer: "forbidden" } as const;
const readers = { ...writers, viewer: "ok" } as const;
const message = { to: "self", type: "chat_message" } as const;
const history = { to: "self", type: "history" } as const;
const broken = { sender: "invalid_input", viewer: "invalid_input" } as const;

/** The raw WebSocket: how each frame is answered, to whom. */
export const frameRows: Record<keyof typeof frames, FrameRow[]> = {
  chat_message: [
    { when: "plain", send: () => ({ message: "Hello", client_id: randomUUID() }), answered: message, by: writers },
    {
      when: "in reply",
      send: (stage) => ({ message: "Yes", reply_to: stage.message.id, client_id: randomUUID() }),
      answered: message,
      by: writers,
    },
    {
      when: "in reply to a message elsewhere",
      send: (stage) => ({ message: "Yes", reply_to: stage.closed.message.id, client_id: randomUUID() }),
      answered: message,
      by: { sender: "invalid_input" },
    },
    {
      when: "the client_id was another message's",
      send: async (stage) => ({ message: "Another", client_id: (await stage.freshMessage()).client_id }),
      answered: message,
      by: { sender: "client_id_reused" },
    },
    { when: "broken", send: () => ({ message: 7 }), answered: message, by: broken },
  ],
  typing: [
    { when: "plain", send: () => ({ is_typing: true }), answered: { to: "others", type: "typing" }, by: readers },
    { when: "no more", send: () => ({ is_typing: false }), answered: { to: "others", type: "typing" }, by: readers },
    { when: "broken", send: () => ({}), answered: { to: "others", type: "typing" }, by: broken },
  ],
  read_receipt: [
    {
      when: "plain",
      send: async (stage) => ({ message_id: (await stage.freshMessage()).id }),
      answered: { to: "self", type: "read_receipt" },
      by: readers,
    },
    {
      when: "of a message elsewhere",
      send: (stage) => ({ message_id: stage.closed.message.id }),
      answered: { to: "self", type: "read_receipt" },
      by: { sender: "not_found" },
    },
    {
      when: "broken",
      send: () => ({ message_id: "7" }),
      answered: { to: "self", type: "read_receipt" },
      by: broken,
    },
  ],
  mark_room_read: [
    { when: "plain", send: () => ({}), answered: { to: "self", type: "room_marked_read" }, by: readers },
    { when: "broken", send: () => ({ seq: 1 }), answered: { to: "self", type: "room_marked_read" }, by: broken },
  ],
  history: [
    { when: "plain", send: () => ({}), answered: history, by: readers },
    { when: "before a message", send: (stage) => ({ before: stage.message.id }), answered: history, by: readers },
    {
      when: "before a message elsewhere",
      send: (stage) => ({ before: stage.closed.message.id }),
      answered: history,
      by: { sender: "invalid_input" },
    },
    { when: "broken", send: () => ({ limit: "many" }), answered: history, by: broken },
  ],
};

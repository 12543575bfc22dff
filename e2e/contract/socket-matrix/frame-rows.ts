import { randomUUID } from "node:crypto";
import type { frames } from "@/lib/contract/commands";
import { filterActions } from "@/lib/contract/filter-words";
import { stoppedWord } from "../matrix/filter-rows";
import type { Stage } from "../matrix/stage";
import type { Answered, PlainSent, SocketRow } from "./socket-row";

const inside = { participant: "ok", sender: "ok", admin: "ok", viewer: "ok" } as const;
const filtered = { warn: "filter_warning", hold: "filter_held", refuse: "filter_refused" } as const;
const broken = { sender: "invalid_input", viewer: "invalid_input" } as const;

/** The raw WebSocket: what answers each frame, and what has something special about it. */
export const frameRows: Record<keyof typeof frames, { answered: Answered; rows: [PlainSent, ...SocketRow[]] }> = {
  chat_message: {
    answered: { to: "self", type: "chat_message" },
    rows: [
      { send: () => ({ message: "Hello", client_id: randomUUID() }) },
      {
        when: "in reply",
        send: (stage) => ({ message: "Yes", reply_to: stage.message.id, client_id: randomUUID() }),
        by: { ...inside, viewer: "forbidden" },
      },
      {
        when: "in reply to a message elsewhere",
        send: (stage) => ({ message: "Yes", reply_to: stage.closed.message.id, client_id: randomUUID() }),
        by: { sender: "invalid_input" },
      },
      {
        when: "the client_id was another message's",
        send: async (stage) => ({ message: "Another", client_id: (await stage.freshMessage()).client_id }),
        by: { sender: "client_id_reused" },
      },
      ...filterActions.map((action) => ({
        when: `with a word that the house would ${action}`,
        send: async (stage: Stage) => ({ message: await stoppedWord(stage, action), client_id: randomUUID() }),
        by: { sender: filtered[action], viewer: "forbidden" } as const,
      })),
      {
        when: "with a word that the house warns of, anyway",
        send: async (stage) => ({
          message: await stoppedWord(stage, "warn"),
          client_id: randomUUID(),
          accept_warning: true,
        }),
        by: { sender: "ok" },
      },
      { when: "broken", send: () => ({ message: 7 }), by: broken },
    ],
  },
  typing: {
    answered: { to: "others", type: "typing" },
    rows: [
      { send: () => ({ is_typing: true }), undo: () => ({ is_typing: false }) },
      { when: "broken", send: () => ({}), by: broken },
    ],
  },
  read_receipt: {
    answered: { to: "self", type: "read_receipt" },
    rows: [
      { send: async (stage) => ({ message_id: (await stage.freshMessage()).id }) },
      {
        when: "of a message elsewhere",
        send: (stage) => ({ message_id: stage.closed.message.id }),
        by: { sender: "not_found" },
      },
      { when: "broken", send: () => ({ message_id: "7" }), by: broken },
    ],
  },
  mark_room_read: {
    answered: { to: "self", type: "room_marked_read" },
    rows: [{ send: () => ({}) }, { when: "broken", send: () => ({ seq: 1 }), by: broken }],
  },
  history: {
    answered: { to: "self", type: "history" },
    rows: [
      { send: () => ({}) },
      { when: "before a message", send: (stage) => ({ before: stage.message.id }), by: inside },
      {
        when: "before a message elsewhere",
        send: (stage) => ({ before: stage.closed.message.id }),
        by: { sender: "invalid_input" },
      },
      { when: "broken", send: () => ({ limit: "many" }), by: broken },
    ],
  },
};

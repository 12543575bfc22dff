import { randomUUID } from "node:crypto";
import type { SocketCommand } from "@/lib/contract/acknowledgements";
import type { Stage } from "../matrix/stage";
import { everybody, its, readers, type SocketRow, writers } from "./callers";

const send = (more: object) => (stage: Stage) => ({
  client_id: randomUUID(),
  room: stage.room.id,
  content: "Hello",
  ...more,
});
const fresh = (more: object) => async (stage: Stage) => ({ id: (await stage.freshMessage()).id, ...more });
const wrong = (more: object): SocketRow => ({
  when: "the input is broken",
  send: (stage) => ({ id: stage.message.id, room: stage.room.id, ...more }),
  by: { sender: "invalid_input", stranger: "invalid_input" },
});
const noSuch = (more: object): SocketRow => ({
  when: "there is no such message",
  send: () => ({ id: randomUUID(), ...more }),
  by: { sender: "not_found", manager: "not_found" },
});
const archived = (more: object): SocketRow => ({
  when: "its room is archived",
  send: (stage) => ({ id: stage.closed.message.id, ...more }),
  by: { sender: "room_archived", admin: "room_archived", viewer: "forbidden", stranger: "not_participant" },
});

/** Socket.IO: what each command is acknowledged with, to whom. */
export const commandRows: Record<SocketCommand, SocketRow[]> = {
  "message:send": [
    { when: "plain", send: send({}), by: writers },
    {
      when: "in reply",
      send: (stage) => ({ ...send({})(stage), reply_to: stage.message.id }),
      by: writers,
    },
    {
      when: "with an uploaded file",
      send: async (stage) => ({ ...send({})(stage), attachment_ids: [(await stage.upload("sender")).id] }),
      by: { sender: "ok", participant: "invalid_input", stranger: "not_participant" },
    },
    {
      when: "the client_id was another message's",
      send: async (stage) => {
        const { client_id } = await stage.freshMessage();
        return { ...send({})(stage), client_id };
      },
      by: { sender: "client_id_reused", participant: "ok" },
    },
    {
      when: "its room is archived",
      send: (stage) => send({ room: stage.closed.room.id })(stage),
      by: { sender: "room_archived", admin: "room_archived", stranger: "not_participant" },
    },
    { when: "there is no such room", send: send({ room: randomUUID() }), by: { sender: "invalid_input" } },
    wrong({ client_id: "7", content: "x" }),
  ],
  "message:edit": [
    { when: "plain", send: fresh({ content: "Mended" }), by: its("forbidden") },
    archived({ content: "Mended" }),
    noSuch({ content: "Mended" }),
    wrong({ content: "" }),
  ],
  "message:delete": [
    { when: "plain", send: fresh({}), by: { ...its("forbidden"), admin: "ok" } },
    archived({}),
    noSuch({}),
    wrong({}),
  ],
  "reaction:set": [
    { when: "plain", send: fresh({ emoji: "👍", on: true }), by: writers },
    { when: "taken back", send: fresh({ emoji: "👍", on: false }), by: writers },
    { when: "no emoji", send: fresh({ emoji: "no", on: true }), by: { sender: "invalid_input" } },
    archived({ emoji: "👍", on: true }),
    noSuch({ emoji: "👍", on: true }),
    wrong({ emoji: "👍", on: "yes" }),
  ],
  read: [
    { when: "plain", send: (stage) => ({ room: stage.room.id, seq: 1 }), by: readers },
    {
      when: "its room is archived",
      send: (stage) => ({ room: stage.closed.room.id, seq: 1 }),
      by: { sender: "ok", stranger: "not_participant" },
    },
    { when: "there is no such room", send: () => ({ room: randomUUID(), seq: 1 }), by: { sender: "not_found" } },
    wrong({ seq: -1 }),
  ],
  typing: [
    { when: "plain", send: (stage) => ({ room: stage.room.id, is_typing: true }), by: readers },
    { when: "no more", send: (stage) => ({ room: stage.room.id, is_typing: false }), by: readers },
    {
      when: "there is no such room",
      send: () => ({ room: randomUUID(), is_typing: true }),
      by: { sender: "not_found" },
    },
    wrong({ is_typing: 1 }),
  ],
  sync: [
    { when: "plain", send: () => ({ cursor: null }), by: everybody },
    { when: "the cursor is none", send: () => ({ cursor: "nonsense" }), by: { sender: "bad_cursor" } },
    wrong({ cursor: 1 }),
  ],
  "auth:refresh": [
    {
      when: "plain",
      // Whoever was removed from a room is still a person with devices.
      send: async (stage, caller) => ({
        token: (await stage.signIn(caller === "removed" ? "guest" : caller)).access,
      }),
      by: everybody,
    },
    {
      when: "somebody else's token",
      send: async (stage) => ({ token: (await stage.signIn("boss")).access }),
      by: { sender: "wrong_user", stranger: "wrong_user" },
    },
    { when: "a token that is none", send: () => ({ token: "none" }), by: { sender: "unauthorized" } },
    wrong({ token: "" }),
  ],
};

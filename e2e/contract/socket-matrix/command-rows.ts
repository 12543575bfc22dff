import { randomUUID } from "node:crypto";
import type { SocketCommand } from "@/lib/contract/acknowledgements";
import { filterActions } from "@/lib/contract/filter-words";
import { stoppedWord } from "../matrix/filter-rows";
import type { Stage } from "../matrix/stage";
import type { PlainSent, SocketRow } from "./socket-row";
import { whereOneStands } from "./where-one-stands";

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

const filtered = { warn: "filter_warning", hold: "filter_held", refuse: "filter_refused" } as const;

const inside = {
  participant: "ok",
  sender: "ok",
  admin: "ok",
  viewer: "forbidden",
  stranger: "not_participant",
} as const;

/** Socket.IO: what each command is acknowledged with, to whom. */
export const commandRows: Record<SocketCommand, [PlainSent, ...SocketRow[]]> = {
  "message:send": [
    { send: send({}) },
    {
      when: "in reply",
      send: (stage) => ({ ...send({})(stage), reply_to: stage.message.id }),
      by: inside,
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
    ...whereOneStands(({ room }) => ({ client_id: randomUUID(), room: room.id, content: "Hello" })),
    { when: "there is no such room", send: send({ room: randomUUID() }), by: { sender: "invalid_input" } },
    ...filterActions.map((action) => ({
      when: `with a word that the house would ${action}`,
      send: async (stage: Stage) => send({ content: await stoppedWord(stage, action) })(stage),
      by: { sender: filtered[action], viewer: "forbidden" } as const,
    })),
    {
      when: "with a word that the house would hold, where they may not write",
      send: async (stage) => send({ content: await stoppedWord(stage, "hold") })(stage),
      by: { stranger: "not_participant" },
    },
    {
      when: "with a word that the house warns of, anyway",
      send: async (stage) => send({ content: await stoppedWord(stage, "warn"), accept_warning: true })(stage),
      by: { sender: "ok" },
    },
    wrong({ client_id: "7", content: "x" }),
  ],
  "message:edit": [
    { send: fresh({ content: "Mended" }) },
    archived({ content: "Mended" }),
    ...whereOneStands(({ message }) => ({ id: message.id, content: "Mended" })),
    ...filterActions.map((action) => ({
      when: `to a word that the house would ${action}`,
      send: async (stage: Stage) => fresh({ content: await stoppedWord(stage, action) })(stage),
      // An edit cannot wait.
      by: { sender: action === "warn" ? "filter_warning" : "filter_refused" } as const,
    })),
    noSuch({ content: "Mended" }),
    wrong({ content: "" }),
  ],
  "message:delete": [{ send: fresh({}) }, archived({}), noSuch({}), wrong({})],
  "reaction:set": [
    { send: fresh({ emoji: "👍", on: true }) },
    { when: "taken back", send: fresh({ emoji: "👍", on: false }), by: inside },
    { when: "no emoji", send: fresh({ emoji: "no", on: true }), by: { sender: "invalid_input" } },
    archived({ emoji: "👍", on: true }),
    ...whereOneStands(({ message }) => ({ id: message.id, emoji: "👍", on: true }), "ok"),
    noSuch({ emoji: "👍", on: true }),
    wrong({ emoji: "👍", on: "yes" }),
  ],
  read: [
    { send: (stage) => ({ room: stage.room.id, seq: 1 }) },
    {
      when: "its room is archived",
      send: (stage) => ({ room: stage.closed.room.id, seq: 1 }),
      by: { sender: "ok", stranger: "not_participant" },
    },
    { when: "there is no such room", send: () => ({ room: randomUUID(), seq: 1 }), by: { sender: "not_found" } },
    wrong({ seq: -1 }),
  ],
  typing: [
    {
      send: (stage) => ({ room: stage.room.id, is_typing: true }),
      undo: (stage) => ({ room: stage.room.id, is_typing: false }),
    },
    { when: "no more", send: (stage) => ({ room: stage.room.id, is_typing: false }), by: { ...inside, viewer: "ok" } },
    {
      when: "there is no such room",
      send: () => ({ room: randomUUID(), is_typing: true }),
      by: { sender: "not_found" },
    },
    ...whereOneStands(({ room }) => ({ room: room.id, is_typing: true }), "only_admins_write", "only_admins_write"),
    wrong({ is_typing: 1 }),
  ],
  sync: [
    { send: () => ({ cursor: null }) },
    { when: "the cursor is none", send: () => ({ cursor: "nonsense" }), by: { sender: "bad_cursor" } },
    wrong({ cursor: 1 }),
  ],
  "auth:refresh": [
    {
      send: async (stage, actor) => ({
        token: actor === "nobody" || actor === "deactivated" ? "none" : (await stage.signIn(actor)).access,
      }),
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

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Room } from "@/lib/contract/shapes";
import { admins, everybody, type Row, type Rows } from "./row";
import type { Stage } from "./stage";

const url = "/api/chat/participants/";
const unknown = (action = "", body?: unknown): Row => ({
  when: "there is no such participant",
  call: () => ({ path: `${url}999999/${action}`, body }),
  by: { participant: "404 not_found", manager: "404 not_found" },
});
const left = (action = "", body?: unknown): Row => ({
  when: "they have left",
  call: async (stage) => {
    const room = await stage.freshRoom(["guest"]);
    await stage.post("guest", `/api/chat/rooms/${room.id}/leave/`);
    return { path: `${url}${stage.seat("guest", room)}/${action}`, body };
  },
  by: { admin: "404 not_found", stranger: "403 not_participant" },
});
const archived = async (stage: Stage): Promise<Room> => {
  const room = await stage.freshRoom(["guest"]);
  return stage.post("admin", `/api/chat/rooms/${room.id}/archive/`);
};
const adds = (when: string, body: (stage: Stage) => object | Promise<object>, by: Row["by"], field?: string): Row => ({
  when,
  call: async (stage) => ({ path: url, body: { user: stage.id("guest"), ...(await body(stage)) } }),
  by,
  ...(field === undefined ? {} : { field }),
});
const wrong = { admin: "400 invalid_input" } as const;

export const participantRows: Rows = {
  listParticipants: [
    {
      call: (stage) => ({ path: `${url}?room=${stage.room.id}` }),
      says: { count: 5, next: null, previous: null },
    },
    { when: "of no room", call: () => ({ path: url }), by: { admin: "400 invalid_input" }, field: "room" },
    {
      when: "of an unknown room",
      call: () => ({ path: `${url}?room=${randomUUID()}` }),
      by: { admin: "404 not_found" },
    },
  ],
  getParticipant: [
    {
      call: (stage) => ({ path: `${url}${stage.seat("sender")}/` }),
      says: { is_admin: false, left_at: null, user: { username: "sender" } },
    },
    unknown(),
    left(),
  ],
  addParticipant: [
    {
      call: async (stage) => ({ path: url, body: { room: (await stage.freshRoom()).id, user: stage.id("guest") } }),
      says: { user: { username: "guest" }, is_admin: false, left_at: null },
    },
    {
      when: "who had left",
      call: async (stage) => {
        const room = await stage.freshRoom(["guest"]);
        await stage.post("guest", `/api/chat/rooms/${room.id}/leave/`);
        return { path: url, body: { room: room.id, user: stage.id("guest"), is_admin: true } };
      },
      by: admins(201),
      says: { user: { username: "guest" }, is_admin: true, left_at: null },
    },
    adds("who is in already", (stage) => ({ room: stage.room.id, user: stage.id("sender") }), wrong, "user"),
    adds("who is unknown", (stage) => ({ room: stage.room.id, user: 999_999 }), wrong, "user"),
    adds("to no room", () => ({}), wrong, "room"),
    adds("to a direct room", async (stage) => ({ room: (await stage.direct()).id }), wrong, "room"),
    adds("to an archived room", (stage) => ({ room: stage.closed.room.id }), { admin: "403 room_archived" }),
    adds("to an unknown room", () => ({ room: randomUUID() }), { admin: "404 not_found" }),
  ],
  updateParticipant: [
    {
      call: async (stage) => ({
        path: `${url}${stage.seat("sender", await stage.freshRoom())}/`,
        body: { is_admin: true },
      }),
      says: { is_admin: true },
    },
    {
      when: "they are the last admin",
      call: (stage) => ({ path: `${url}${stage.seat("admin")}/`, body: { is_admin: false } }),
      by: { admin: "400 last_admin", participant: "403 forbidden" },
    },
    {
      when: "to neither",
      call: (stage) => ({ path: `${url}${stage.seat("sender")}/`, body: {} }),
      by: wrong,
      field: "is_admin",
    },
    unknown("", { is_admin: true }),
    left("", { is_admin: true }),
  ],
  removeParticipant: [
    {
      call: async (stage) => ({ path: `${url}${stage.seat("guest", await stage.freshRoom(["guest"]))}/` }),
    },
    {
      when: "the room is archived",
      call: async (stage) => ({ path: `${url}${stage.seat("guest", await archived(stage))}/` }),
      by: admins(204),
    },
    {
      when: "they are the last admin",
      call: (stage) => ({ path: `${url}${stage.seat("admin")}/` }),
      by: { admin: "400 last_admin", viewer: "403 forbidden" },
    },
    {
      when: "the room is direct",
      call: async (stage) => ({ path: `${url}${stage.seat("participant", await stage.direct())}/` }),
      by: { admin: "403 forbidden" },
    },
    unknown(),
    left(),
  ],
  silenceParticipant: [
    {
      call: async (stage) => ({
        path: `${url}${stage.seat("sender", await stage.freshRoom())}/silence/`,
        body: { until: "2999-01-01T00:00:00Z" },
      }),
      says: { silenced_until: "2999-01-01T00:00:00.000000Z" },
    },
    {
      when: "until it is lifted",
      call: async (stage) => ({ path: `${url}${stage.seat("sender", await stage.freshRoom())}/silence/`, body: {} }),
      by: { admin: 200 },
      says: { silenced_until: "9999-12-31T23:59:59.000000Z" },
    },
    {
      when: "until a time that is over",
      call: (stage) => ({
        path: `${url}${stage.seat("sender")}/silence/`,
        body: { until: "2020-01-01T00:00:00Z" },
      }),
      by: wrong,
      field: "until",
    },
    {
      when: "they are an admin too",
      call: (stage) => ({ path: `${url}${stage.seat("admin")}/silence/`, body: {} }),
      by: { admin: "403 forbidden" },
    },
    {
      when: "the room is direct",
      call: async (stage) => ({ path: `${url}${stage.seat("participant", await stage.direct())}/silence/`, body: {} }),
      by: { admin: "403 forbidden" },
    },
    unknown("silence/", {}),
    left("silence/", {}),
  ],
  liftSilence: [
    {
      call: async (stage) => {
        const room = await stage.freshRoom();
        const path = `${url}${stage.seat("sender", room)}/silence/`;
        await stage.post("admin", path, {});
        return { path };
      },
      says: { silenced_until: null },
    },
    {
      when: "they are not silenced",
      call: (stage) => ({ path: `${url}${stage.seat("viewer")}/silence/` }),
      by: { admin: 200 },
      says: { silenced_until: null },
    },
    unknown("silence/"),
    left("silence/"),
  ],
  setNotify: [
    {
      call: (stage) => ({ path: `${url}${stage.seat("viewer")}/notifications/`, body: { notify: "mentions" } }),
      says: { notify: "mentions" },
    },
    {
      when: "to no level",
      call: (stage) => ({ path: `${url}${stage.seat("participant")}/notifications/`, body: { notify: "some" } }),
      by: { participant: "400 invalid_input" },
      field: "notify",
    },
    unknown("notifications/", { notify: "none" }),
  ],
  muteParticipant: [
    {
      call: (stage) => ({ path: `${url}${stage.seat("viewer")}/mute/`, body: { muted: true } }),
      says: { is_muted: true, muted_until: null },
    },
    {
      when: "until a time",
      call: (stage) => ({
        path: `${url}${stage.seat("participant")}/mute/`,
        body: { muted: true, muted_until: "2999-01-01T02:00:00+02:00" },
      }),
      by: { participant: 200 },
      says: { is_muted: true, muted_until: expect.stringMatching(/^2999-01-01T00:00:00(\.0+)?Z$/) as string },
    },
    {
      when: "until no time",
      call: (stage) => ({
        path: `${url}${stage.seat("participant")}/mute/`,
        body: { muted: true, muted_until: "later" },
      }),
      by: { participant: "400 invalid_input" },
      field: "muted_until",
    },
    unknown("mute/", { muted: true }),
  ],
  listTyping: [
    { call: (stage) => ({ path: `/api/chat/typing/?room=${stage.room.id}` }) },
    {
      when: "in no room",
      call: () => ({ path: "/api/chat/typing/" }),
      by: { admin: "400 invalid_input" },
      field: "room",
    },
    {
      when: "in an unknown room",
      call: () => ({ path: `/api/chat/typing/?room=${randomUUID()}` }),
      by: { admin: "404 not_found" },
    },
  ],
  sync: [
    {
      call: () => ({ path: "/api/chat/sync/" }),
      says: { events: [], has_more: false, reset: false },
    },
    {
      when: "from a cursor",
      call: async (stage, actor) => {
        if (actor === "nobody") return { path: "/api/chat/sync/?cursor=x" };
        const { cursor } = (await stage.people[actor].rest.get("/api/chat/sync/")).body as { cursor: string };
        return { path: `/api/chat/sync/?cursor=${cursor}&limit=5000` };
      },
      by: everybody(200),
      says: { reset: false },
    },
    {
      when: "from a cursor that is none",
      call: () => ({ path: "/api/chat/sync/?cursor=nonsense" }),
      by: { participant: "400 bad_cursor" },
      field: "cursor",
    },
  ],
};

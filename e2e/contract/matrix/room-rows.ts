import { randomUUID } from "node:crypto";
import type { Room } from "@/lib/contract/shapes";
import { stoppedWord } from "./filter-rows";
import { admins, everybody, readers, type Row, type Rows } from "./row";
import type { Stage } from "./stage";

const url = "/api/chat/rooms/";
const unknown = (action = "", body?: unknown): Row => ({
  when: "there is no such room",
  call: () => ({ path: `${url}${randomUUID()}/${action}`, body }),
  by: { participant: "404 not_found", manager: "404 not_found" },
});
const creates = (when: string, more: object, field: string): Row => ({
  when,
  call: (stage) => ({ path: url, body: { room_type: "group", participant_ids: [stage.id("guest")], ...more } }),
  by: { participant: "400 invalid_input" },
  field,
});
const at = (action: string, body?: unknown) => (stage: Stage) => ({ path: `${url}${stage.room.id}/${action}`, body });
const atFresh = (action: string) => async (stage: Stage) => ({
  path: `${url}${(await stage.freshRoom()).id}/${action}`,
});

export const roomRows: Rows = {
  listRooms: [
    { call: () => ({ path: url }) },
    {
      when: "filtered",
      call: () => ({ path: `${url}?room_type=group&search=group&unread=true&include_archived=true&page_size=2` }),
      by: everybody(200),
    },
    {
      when: "of no such type",
      call: () => ({ path: `${url}?room_type=channel` }),
      by: { participant: "400 invalid_input" },
      field: "room_type",
    },
  ],
  createRoom: [
    {
      call: (stage) => ({ path: url, body: { room_type: "group", participant_ids: [stage.id("guest")], name: null } }),
      says: { room_type: "group", participant_count: 2, is_active: true, last_message: null, unread_count: 0 },
    },
    {
      when: "direct",
      call: (stage) => ({ path: url, body: { participant_ids: [stage.id("guest")] } }),
      by: { ...everybody(201), viewer: "403 forbidden" },
      says: { room_type: "direct", display_name: "Guest Test", participant_count: 2 },
    },
    {
      when: "with a name that the house refuses",
      call: async (stage) => ({
        path: url,
        body: { room_type: "group", participant_ids: [], name: await stoppedWord(stage, "refuse") },
      }),
      by: { participant: "422 filter_refused" },
      field: "name",
    },
    {
      when: "of a task",
      call: async (stage) => ({
        path: url,
        body: { room_type: "task", participant_ids: [], task: (await stage.task()).id },
      }),
      by: { participant: 201 },
      says: { room_type: "task", display_name: "Task: Mow the lawn", property: null },
    },
    {
      when: "of a property",
      call: async (stage) => ({
        path: url,
        body: { room_type: "property", participant_ids: [], property: (await stage.property()).id },
      }),
      by: { participant: 201 },
      says: { room_type: "property", display_name: "Property: Villa Mar", task: null },
    },
    creates("with somebody unknown", { participant_ids: [999_999] }, "participant_ids"),
    creates("with an id that is none", { participant_ids: ["x"] }, "participant_ids.0"),
    creates("without people", { participant_ids: undefined }, "participant_ids"),
    creates("of no such type", { room_type: "channel" }, "room_type"),
    creates("with too long a name", { name: "x".repeat(256) }, "name"),
    creates("of a task without one", { room_type: "task" }, "task"),
    creates("of an unknown property", { room_type: "property", property: 999_999 }, "property"),
    {
      when: "direct with somebody who has blocked them",
      call: (stage) => ({ path: url, body: { participant_ids: [stage.id("boss")] } }),
      by: { sender: "403 blocked", participant: 201 },
    },
    creates("direct with nobody", { room_type: "direct", participant_ids: [] }, "participant_ids"),
    creates("direct with two others", { room_type: "direct", participant_ids: [1, 2, 3] }, "participant_ids"),
    {
      when: "direct with oneself",
      call: (stage) => ({ path: url, body: { participant_ids: [stage.id("participant")] } }),
      by: { participant: "400 invalid_input" },
      field: "participant_ids",
    },
  ],
  getRoom: [
    { call: at(""), says: { name: "A group", is_active: true, archived_at: null } },
    {
      when: "it is archived",
      call: (stage) => ({ path: `${url}${stage.closed.room.id}/` }),
      by: readers(200),
      says: { is_active: false },
    },
    unknown(),
  ],
  updateRoom: [
    {
      call: at("", { name: "A group", description: "About it" }),
      says: { name: "A group", description: "About it" },
    },
    {
      when: "to a name that the house refuses",
      call: async (stage) => ({
        path: `${url}${stage.room.id}/`,
        body: { name: await stoppedWord(stage, "refuse") },
      }),
      by: { admin: "422 filter_refused" },
      field: "name",
    },
    {
      when: "it is archived",
      call: (stage) => ({ path: `${url}${stage.closed.room.id}/`, body: { name: "Late" } }),
      by: { ...admins(200), admin: "403 room_archived" },
    },
    {
      when: "only admins are to write, and everybody again",
      call: at("", { who_writes: "everybody" }),
      by: admins(200),
      says: { who_writes: "everybody" },
    },
    {
      when: "it is direct, and one has blocked the other",
      call: ({ refusing }) => ({ path: `${url}${refusing.blocked.room.id}/`, body: { description: "Please" } }),
      by: { sender: "403 blocked" },
    },
    {
      when: "nobody is to write",
      call: at("", { who_writes: "nobody" }),
      by: { admin: "400 invalid_input" },
      field: "who_writes",
    },
    {
      when: "only admins are to write in a direct room",
      call: async (stage) => ({ path: `${url}${(await stage.direct()).id}/`, body: { who_writes: "admins" } }),
      by: { admin: "400 invalid_input" },
      field: "who_writes",
    },
    {
      when: "the name is too long",
      call: at("", { name: "x".repeat(256) }),
      by: { admin: "400 invalid_input" },
      field: "name",
    },
    unknown("", { name: "x" }),
  ],
  deleteRoom: [{ call: atFresh("") }, unknown()],
  archiveRoom: [
    { call: atFresh("archive/"), says: { is_active: false } },
    {
      when: "it is archived already",
      call: (stage) => ({ path: `${url}${stage.closed.room.id}/archive/` }),
      by: admins(200),
      says: { is_active: false },
    },
    unknown("archive/"),
  ],
  unarchiveRoom: [
    { call: at("unarchive/"), says: { is_active: true, archived_at: null } },
    {
      when: "it is archived",
      call: async (stage) => {
        const { id } = await stage.freshRoom();
        await stage.post<Room>("admin", `${url}${id}/archive/`);
        return { path: `${url}${id}/unarchive/` };
      },
      by: admins(200),
      says: { is_active: true, archived_at: null },
    },
    unknown("unarchive/"),
  ],
  leaveRoom: [
    {
      call: atFresh("leave/"),
      says: { message: "Successfully left the room" },
    },
    unknown("leave/"),
  ],
  markRoomRead: [
    { call: at("mark_read/"), says: { message: "Room marked as read" } },
    { when: "up to a number", call: at("mark_read/", { seq: 1 }), by: readers(200) },
    {
      when: "it is archived",
      call: (stage) => ({ path: `${url}${stage.closed.room.id}/mark_read/` }),
      by: readers(200),
    },
    {
      when: "up to no number",
      call: at("mark_read/", { seq: "2" }),
      by: { participant: "400 invalid_input" },
      field: "seq",
    },
    unknown("mark_read/"),
  ],
  roomStats: [{ call: at("stats/"), says: { participant_count: 5 } }, unknown("stats/")],
};

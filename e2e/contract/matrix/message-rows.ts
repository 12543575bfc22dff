import { randomUUID } from "node:crypto";
import { formOf } from "@/e2e/setup/upload";
import { editedWords, sentWords } from "./filter-rows";
import { everybody, readers, type Row, type Rows, writers } from "./row";
import type { Stage } from "./stage";
import { whereOneStands } from "./where-one-stands";

const url = "/api/chat/messages/";
const unknown = (action = "", body?: unknown): Row => ({
  when: "there is no such message",
  call: () => ({ path: `${url}${randomUUID()}/${action}`, body }),
  by: { sender: "404 not_found", manager: "404 not_found" },
});
const deleted = (action = "", body?: unknown): Row => ({
  when: "it is deleted",
  call: async (stage) => {
    const { id } = await stage.freshMessage();
    await stage.people.sender.rest.delete(`${url}${id}/`);
    return { path: `${url}${id}/${action}`, body };
  },
  by: { sender: "404 not_found", admin: "404 not_found", stranger: "403 not_participant" },
});
const archived = (action: string, body?: unknown): Row => ({
  when: "its room is archived",
  call: (stage) => ({ path: `${url}${stage.closed.message.id}/${action}`, body }),
  by: { sender: "403 room_archived", admin: "403 room_archived", viewer: "403 forbidden" },
});
const refused = (action: string, body?: unknown, which?: Parameters<typeof whereOneStands>[1]) =>
  whereOneStands(({ message }) => ({ path: `${url}${message.id}/${action}`, body }), which);
const reacts = ["silenced", "blocked"] as const;
const at = (action: string, body?: unknown) => (stage: Stage) => ({
  path: `${url}${stage.message.id}/${action}`,
  body,
});
const sends = (when: string, more: object, field: string): Row => ({
  when,
  call: (stage) => ({ path: url, body: { room: stage.room.id, content: "Hello", ...more } }),
  by: { participant: "400 invalid_input" },
  field,
});
const lists = (when: string, query: string, field: string): Row => ({
  when,
  call: (stage) => ({ path: `${url}?room=${stage.room.id}&${query}` }),
  by: { participant: "400 invalid_input" },
  field,
});
const searches = (when: string, query: string, field: string): Row => ({
  when,
  call: () => ({ path: `${url}search/?${query}` }),
  by: { participant: "400 invalid_input" },
  field,
});

export const messageRows: Rows = {
  listMessages: [
    { call: (stage) => ({ path: `${url}?room=${stage.room.id}` }) },
    { when: "of all rooms", call: () => ({ path: url }), by: everybody(200) },
    {
      when: "beside a cursor",
      call: (stage) => ({ path: `${url}?room=${stage.room.id}&around=${stage.message.id}&limit=1000` }),
      by: readers(200),
      says: { has_more: false },
    },
    {
      when: "of a thread",
      call: (stage) => ({ path: `${url}?room=${stage.room.id}&thread_root=${stage.message.id}` }),
      by: readers(200),
      says: { count: 0, results: [] },
    },
    { when: "pinned", call: (stage) => ({ path: `${url}?room=${stage.room.id}&pinned=true` }), by: readers(200) },
    {
      when: "with files",
      call: (stage) => ({ path: `${url}?room=${stage.room.id}&has=attachment&limit=100` }),
      by: readers(200),
    },
    {
      when: "with files, of all rooms",
      call: () => ({ path: `${url}?has=attachment` }),
      by: { sender: "400 invalid_input" },
      field: "room",
    },
    {
      when: "of no room",
      call: () => ({ path: `${url}?room=${randomUUID()}` }),
      by: { participant: "404 not_found" },
    },
    lists("in no such order", "ordering=content", "ordering"),
    lists("beside an unknown message", `before=${randomUUID()}`, "before"),
    lists("beside an id that is none", "after=1", "after"),
    lists("with no limit at all", "limit=0", "limit"),
    lists("by a flag that is none", "include_deleted=1", "include_deleted"),
  ],
  sendMessage: [
    {
      call: (stage) => ({ path: url, body: { room: stage.room.id, content: "  Hello " } }),
      says: { content: "Hello", message_type: "text", is_read: true, read_by: {}, client_id: null },
    },
    {
      when: "with a file in a form",
      call: (stage) => ({
        path: url,
        body: formOf(
          { room: stage.room.id },
          { attachment: { bytes: stage.picture, name: "b.png", type: "image/png" } },
        ),
      }),
      by: writers(201),
      says: { content: "", message_type: "image", attachment_name: "b.png" },
    },
    {
      when: "with an uploaded file",
      call: async (stage) => ({
        path: url,
        body: { room: stage.room.id, attachment_ids: [(await stage.upload("sender")).id] },
      }),
      by: { sender: 201, participant: "400 invalid_input" },
    },
    {
      when: "again",
      call: async (stage) => {
        const { client_id } = await stage.freshMessage();
        return { path: url, body: { room: stage.room.id, content: "A message", client_id } };
      },
      by: { sender: 200, participant: 201 },
    },
    {
      when: "the client_id was another message's",
      call: async (stage) => {
        const { client_id } = await stage.freshMessage();
        return { path: url, body: { room: stage.room.id, content: "Another", client_id } };
      },
      by: { sender: "409 client_id_reused", participant: 201 },
    },
    {
      when: "the room is archived",
      call: (stage) => ({ path: url, body: { room: stage.closed.room.id, content: "Late" } }),
      by: {
        ...writers(201),
        participant: "403 room_archived",
        sender: "403 room_archived",
        admin: "403 room_archived",
      },
    },
    ...whereOneStands(({ room }) => ({ path: url, body: { room: room.id, content: "Late" } })),
    {
      when: "in an announcement room, by its admin",
      call: ({ refusing }) => ({ path: url, body: { room: refusing.announced.room.id, content: "News" } }),
      by: { admin: 201, participant: "403 only_admins_write" },
    },
    {
      when: "with a file in a form, where they are silenced",
      call: (stage) => ({
        path: url,
        body: formOf(
          { room: stage.refusing.silenced.room.id },
          { attachment: { bytes: stage.picture, name: "b.png", type: "image/png" } },
        ),
      }),
      by: { sender: "403 silenced" },
    },
    {
      when: "with a picture that is broken",
      call: (stage) => ({
        path: url,
        body: formOf({ room: stage.room.id }, { attachment: { bytes: stage.picture.slice(0, 40), name: "b.png" } }),
      }),
      by: { participant: "422 unprocessable" },
    },
    {
      when: "with a file of a kind that is not taken",
      call: (stage) => ({
        path: url,
        body: formOf({ room: stage.room.id }, { attachment: { bytes: "alert(1)", name: "b.js" } }),
      }),
      by: { participant: "415 unsupported_media_type" },
    },
    ...sentWords,
    sends("to no room", { room: randomUUID() }, "room"),
    sends("to an id that is none", { room: "1" }, "room"),
    sends("without a room", { room: undefined }, "room"),
    sends("nothing", { content: " \n" }, "content"),
    sends("without content", { content: undefined }, "content"),
    sends("too much", { content: "x".repeat(10_001) }, "content"),
    sends("a NUL", { content: "a\0b" }, "content"),
    sends("as the system", { message_type: "system" }, "message_type"),
    sends("in reply to nothing", { reply_to: randomUUID() }, "reply_to"),
    sends("in no thread", { thread_root: randomUUID() }, "thread_root"),
    sends("with a client_id that is none", { client_id: "7" }, "client_id"),
    sends("with a file that is none", { attachment_ids: [randomUUID()] }, "attachment_ids"),
    sends("as before and after without pictures", { before_after: true }, "before_after"),
  ],
  searchMessages: [
    { call: () => ({ path: `${url}search/?q=picture` }) },
    {
      when: "in one room",
      call: (stage) => ({
        path: `${url}search/?q=with%20pict&room=${stage.room.id}&sender=${stage.id("sender")}&message_type=image&has=attachment&after_date=2020-01-01&before_date=2999-01-01T00:00:00Z`,
      }),
      by: readers(200),
      says: { count: 1, results: [{ snippet: "<mark>With</mark> a <mark>pict</mark>ure" }] },
    },
    {
      when: "in no room",
      call: () => ({ path: `${url}search/?q=picture&room=${randomUUID()}` }),
      by: { participant: "404 not_found" },
    },
    searches("for too little", "q=ab", "q"),
    searches("for nothing", "", "q"),
    searches("for files that are none", "q=picture&has=voice", "has"),
    searches("from no sender", "q=picture&sender=me", "sender"),
    searches("since no date", "q=picture&after_date=yesterday", "after_date"),
  ],
  getMessage: [{ call: at(""), says: { content: "With a picture", message_type: "image" } }, unknown(), deleted()],
  editMessage: [
    {
      call: async (stage) => ({ path: `${url}${(await stage.freshMessage()).id}/`, body: { content: " Mended " } }),
      says: { content: "Mended", is_edited: true },
    },
    { when: "to nothing", call: at("", { content: " " }), by: { sender: "400 invalid_input" }, field: "content" },
    ...editedWords,
    unknown("", { content: "x" }),
    { ...deleted("", { content: "x" }), by: { sender: "404 not_found", stranger: "403 not_participant" } },
    archived("", { content: "x" }),
    ...refused("", { content: "x" }),
  ],
  deleteMessage: [
    {
      call: async (stage) => ({ path: `${url}${(await stage.freshMessage()).id}/` }),
    },
    unknown(),
    deleted(),
    archived(""),
  ],
  markMessageRead: [
    { call: at("mark_read/"), says: { is_read: true } },
    {
      when: "its room is archived",
      call: (stage) => ({ path: `${url}${stage.closed.message.id}/mark_read/` }),
      by: readers(200),
    },
    unknown("mark_read/"),
    deleted("mark_read/"),
  ],
  addReaction: [
    {
      call: at("reactions/", { emoji: "👍" }),
      says: { reactions: [{ emoji: "👍" }] },
    },
    {
      when: "with two emoji",
      call: at("reactions/", { emoji: "👍👍" }),
      by: { participant: "400 invalid_input" },
      field: "emoji",
    },
    unknown("reactions/", { emoji: "👍" }),
    deleted("reactions/", { emoji: "👍" }),
    archived("reactions/", { emoji: "👍" }),
    ...refused("reactions/", { emoji: "👍" }, reacts),
  ],
  removeReaction: [
    { call: at(`reactions/${encodeURIComponent("🎉")}/`) },
    {
      when: "of no emoji",
      call: at("reactions/x/"),
      by: { participant: "400 invalid_input" },
      field: "emoji",
    },
    unknown(`reactions/${encodeURIComponent("👍")}/`),
    deleted(`reactions/${encodeURIComponent("👍")}/`),
    archived(`reactions/${encodeURIComponent("👍")}/`),
    ...refused(`reactions/${encodeURIComponent("👍")}/`, undefined, reacts),
  ],
  pinMessage: [
    { call: at("pin/") },
    {
      when: "a hundred are pinned",
      call: async (stage) => {
        const room = await stage.freshRoom();
        const { id } = await stage.freshMessage(room);
        await stage.fillPins(room);
        return { path: `${url}${id}/pin/` };
      },
      by: { participant: "409 conflict" },
    },
    unknown("pin/"),
    deleted("pin/"),
    archived("pin/"),
    ...refused("pin/"),
  ],
  unpinMessage: [
    { call: at("unpin/"), says: { pinned_at: null } },
    unknown("unpin/"),
    deleted("unpin/"),
    archived("unpin/"),
    ...refused("unpin/"),
  ],
};

import { afterAll, beforeAll, expect, it } from "vitest";
import type { Message, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { formOf, postForm } from "./setup/upload";

await useTestDatabase();

/**
 * In an announcement room whoever is no admin there, be they superusers, reads and reacts. Sends are refused by the send
 * itself (`safety.test.ts`, and here in all their forms), everything else as the room is reached.
 */
let server: TestServer;
let people: Record<"ada" | "cleo", Person>;
let room: Room;
let mine: Message;
let pinned: Message;
let file: string;
const upload = { bytes: "towels", name: "towels.txt", type: "text/plain" };
const told = async () => {
  const { body } = await people.ada.rest.get(`/api/chat/messages/?room=${room.id}&page_size=100`);
  return (body as { results: Message[] }).results;
};

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", cleo: "superuser" });
  const participant_ids = [people.cleo.id];
  room = (await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids })).body as Room;
  const say = async (by: Person, content: string) =>
    (await by.rest.post("/api/chat/messages/", { room: room.id, content })).body as Message;
  pinned = await say(people.ada, "News");
  await people.ada.rest.post(`/api/chat/messages/${pinned.id}/pin/`);
  mine = await say(people.cleo, "Written while everybody could");
  file = ((await postForm(people.cleo, "/api/chat/attachments/", {}, { file: upload })).body as { id: string }).id;
  await people.ada.rest.patch(`/api/chat/rooms/${room.id}/`, { who_writes: "admins" });
});

afterAll(() => server.stop());

type Way = (by: Person) => Promise<{ status: number; body: unknown }>;
const to = (rest: string) => `/api/chat/messages/${mine.id}/${rest}`;
const send = (more: () => object) => (by: Person) => by.rest.post("/api/chat/messages/", { room: room.id, ...more() });
const ways: [string, Way][] = [
  ["an edit", (by) => by.rest.patch(to(""), { content: "Changed" })],
  ["a pin", (by) => by.rest.post(to("pin/"))],
  ["taking a pin off", (by) => by.rest.post(`/api/chat/messages/${pinned.id}/unpin/`)],
  ["making urgent", (by) => by.rest.post(to("urgent/"), { reason: "Now" })],
  ["a reply in a thread", send(() => ({ content: "In the thread", thread_root: pinned.id }))],
  ["an answer", send(() => ({ content: "Quoted", reply_to: pinned.id }))],
  ["what is forwarded", send(() => ({ content: "From elsewhere", message_type: "text" }))],
  ["files that were uploaded", send(() => ({ attachment_ids: [file] }))],
  ["a form with a file", (by) => postForm(by, "/api/chat/messages/", { room: room.id }, { attachment: upload })],
  ["a form without", (by) => by.rest.post("/api/chat/messages/", formOf({ room: room.id, content: "In a form" }))],
];

it.each(ways)("%s is refused, and changes nothing", async (_, way) => {
  const before = await told();
  expect(await way(people.cleo)).toMatchObject({ status: 403, body: { code: "only_admins_write" } });
  expect(await told()).toEqual(before);
});

it("edits and typing are refused over Socket.IO, and typing over the raw WebSocket", async () => {
  const before = await told();
  const socket = await SocketListener.connect(server.url, people.cleo.access);
  const raw = await RoomListener.connect(server.url, room.id, people.cleo.access);
  const refused = { ok: false, error: { code: "only_admins_write" } };
  expect(await socket.ask("message:edit", { id: mine.id, content: "Changed" })).toMatchObject(refused);
  expect(await socket.ask("typing", { room: room.id, is_typing: true })).toMatchObject(refused);
  raw.send({ type: "typing", is_typing: true });
  expect(await raw.frames.find(({ type }) => type === "error", "the refusal")).toMatchObject(refused.error);
  expect(await told()).toEqual(before);
  socket.close();
  raw.close();
});

it("what they wrote before may be deleted; its admin does all of it", async () => {
  const own = (await people.ada.rest.post("/api/chat/messages/", { room: room.id, content: "Mine" })).body as Message;
  const at = `/api/chat/messages/${own.id}/`;
  for (const answer of [
    await people.ada.rest.patch(at, { content: "Changed" }),
    await people.ada.rest.post(`${at}pin/`),
    await people.ada.rest.post(`${at}unpin/`),
    await people.ada.rest.post(`${at}urgent/`, { reason: "Now" }),
  ]) {
    expect(answer.status).toBe(200);
  }
  const form = { room: room.id };
  expect((await postForm(people.ada, "/api/chat/messages/", form, { attachment: upload })).status).toBe(201);
  expect((await people.cleo.rest.delete(`/api/chat/messages/${mine.id}/`)).status).toBe(204);
});

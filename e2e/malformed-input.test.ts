import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

const messages = async () =>
  ((await people.ada.rest.get(`/api/chat/messages/?room=${room}`)).body as { count: number }).count;

it.each([
  ["no JSON", "{", 400, "invalid_input"],
  ["a list", "[]", 400, "invalid_input"],
  ["null", "null", 400, "invalid_input"],
  ["an unknown key", JSON.stringify({ room: "R", content: "x", admin: true }), 400, "invalid_input"],
  ["a number as text", JSON.stringify({ room: "R", content: 7 }), 400, "invalid_input"],
  ["nothing but space", JSON.stringify({ room: "R", content: " \n " }), 400, "invalid_input"],
  ["an id that is none", JSON.stringify({ room: "nowhere", content: "x" }), 400, "invalid_input"],
  ["a system message", JSON.stringify({ room: "R", content: "x", message_type: "system" }), 400, "invalid_input"],
  ["nesting without end", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 400, "invalid_input"],
  ["a prototype", '{"__proto__":{"admin":true},"room":"R","content":"x"}', 400, "invalid_input"],
])("REST refuses %s and stores nothing", async (_, body, status, code) => {
  const before = await messages();
  const answer = await people.ada.rest.post("/api/chat/messages/", body.replace('"R"', JSON.stringify(room)));
  expect(answer).toMatchObject({ status, body: { code, error: expect.any(String) as string } });
  expect(await messages()).toBe(before);
});

it.each([
  ["no object", "text"],
  ["nothing", null],
  ["no client_id", { room: "R", content: "x" }],
  ["a bad client_id", { room: "R", content: "x", client_id: "7" }],
  ["an unknown key", { room: "R", content: "x", client_id: "0192f3a4-0000-7000-8000-000000000001", sender: 1 }],
])("Socket.IO refuses %s and lives on", async (_, payload) => {
  const ada = await SocketListener.connect(server.url, people.ada.access);
  const given = JSON.parse(JSON.stringify(payload).replace('"R"', JSON.stringify(room))) as unknown;
  expect(await ada.ask("message:send", given)).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  expect(await ada.ask("no:such:event", {})).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  expect(await ada.ask("sync", { cursor: null })).toMatchObject({ ok: true, events: [] });
  ada.close();
});

it.each([
  "{",
  "[]",
  "null",
  '"chat_message"',
  '{"type":"dance"}',
  '{"type":"chat_message"}',
  '{"type":"chat_message","message":7}',
  '{"type":"typing","is_typing":"yes"}',
  '{"type":"read_receipt","message_id":"7"}',
  '{"type":"history","limit":"many"}',
])("the raw WebSocket answers %s with an error frame and stays open", async (frame) => {
  const ada = await RoomListener.connect(server.url, room, people.ada.access);
  ada.send(frame);
  const answer = await ada.frames.find((f) => f.type === "error", "an error frame");
  expect(answer).toMatchObject({ code: expect.any(String) as string, message: expect.any(String) as string });
  ada.send({ type: "chat_message", message: "   " });
  ada.send({ type: "history" });
  await ada.frames.find((f) => f.type === "history", "the history");
  ada.close();
});

it("cuts a Socket.IO line that sends more at once than any command needs, not one that sends as much as fits", async () => {
  const before = await messages();
  const ada = await SocketListener.connect(server.url, people.ada.access);
  const told = (bytes: number) =>
    new Promise<string>((resolve) => {
      const given = { room, content: "x".repeat(bytes), client_id: randomUUID() };
      ada.socket.once("disconnect", () => resolve("cut"));
      ada.socket.emit("message:send", given, ({ error }: { error: { code: string } }) => resolve(error.code));
    });
  expect([await told(60_000), await told(70_000)]).toEqual(["invalid_input", "cut"]);
  expect(await messages()).toBe(before);
});

it("cuts a raw line that sends more at once than any frame needs, not one that sends as much as fits", async () => {
  const before = await messages();
  const ada = await RoomListener.connect(server.url, room, people.ada.access);
  const refused = () => ada.frames.all.filter(({ type }) => type === "error").length;
  ada.send({ type: "chat_message", message: "x".repeat(60_000) });
  await expect.poll(refused).toBe(1);
  ada.send({ type: "chat_message", message: "x".repeat(70_000) });
  await expect.poll(() => refused() > 1 || ada.socket.readyState === ada.socket.CLOSED).toBe(true);
  expect([refused(), ada.socket.readyState]).toEqual([1, ada.socket.CLOSED]);
  expect(await ada.closed).toBe(1009);
  expect(await messages()).toBe(before);
});

it("drops what is no HTTP without harm", async () => {
  const socket = connect(server.port, "127.0.0.1");
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => undefined);
  socket.on("data", () => undefined);
  socket.write("\u0000\u0001\u0002 nonsense\r\n\r\n");
  await closed;
  expect((await people.ada.rest.get("/api/chat/rooms/")).status).toBe(200);
});

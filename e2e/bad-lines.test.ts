import { randomUUID } from "node:crypto";
import type { Socket as Line } from "node:net";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import WebSocket from "ws";
import { connectionsOf } from "@/lib/realtime/people";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Bad lines",
    participant_ids: [people.ben.id, people.cleo.id],
  });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

/** A WebSocket of either protocol that answers no pings, as one whose line went dead. */
async function silent(path: string, hello?: string): Promise<{ socket: WebSocket; closed: Promise<unknown> }> {
  const socket = new WebSocket(server.url.replace("http", "ws") + path, { autoPong: false });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await new Promise((resolve) => socket.once("message", resolve));
  if (hello !== undefined) {
    socket.send(hello);
    await new Promise((resolve) => socket.once("message", resolve));
  }
  return { socket, closed };
}

const socketIo = "/socket.io/?EIO=4&transport=websocket";
const enter = (person: Person) => `40${JSON.stringify({ token: person.access })}`;

it("notices within 20 s that a line went dead, on both protocols", { timeout: 30_000 }, async () => {
  const began = performance.now();
  const lines = await Promise.all([
    silent(socketIo, enter(people.cleo)),
    silent(`/ws/chat/${room}/?token=${people.cleo.access}`),
  ]);
  await Promise.all(lines.map((line) => line.closed));
  expect(performance.now() - began).toBeLessThan(20_000);
});

it("cuts who reads too slowly, and nobody else notices", { timeout: 60_000 }, async () => {
  const { cursor } = (await people.ben.rest.get("/api/chat/sync/")).body as { cursor: string };
  const cleo = await SocketListener.connect(server.url, people.cleo.access);
  const cleoRaw = await RoomListener.connect(server.url, room, people.cleo.access);
  const ada = await SocketListener.connect(server.url, people.ada.access);
  const slow = await Promise.all([
    silent(socketIo, enter(people.ben)),
    silent(`/ws/chat/${room}/?token=${people.ben.access}`),
  ]);
  const [engine, frames] = slow.map(({ socket }) => socket);
  for (const { socket } of slow) (socket as unknown as { _socket: Line })._socket.pause();
  // They say that they are alive: only what they do not take tells.
  const staying = setInterval(() => {
    engine?.send("3");
    frames?.pong();
  }, 1000);
  onTestFinished(() => clearInterval(staying));

  const text = "slow ".repeat(1900).trim();
  const sent: string[] = [];
  while ([...connectionsOf(people.ben.id)].length > 0) {
    const batch = await Promise.all(
      Array.from({ length: 40 }, () => ada.ask("message:send", { room, content: text, client_id: randomUUID() })),
    );
    for (const answer of batch) {
      expect(answer.ok).toBe(true);
      sent.push((answer.message as { id: string }).id);
    }
    expect(sent.length, "they must be cut at a bound").toBeLessThan(4000);
  }
  const last = sent.at(-1);
  await cleo.events.find((e) => e.data.id === last, "the last message");
  await cleoRaw.frames.find((f) => (f.message as { id?: string } | undefined)?.id === last, "the last frame");
  const heard = cleo.events.all.flatMap((e) => (e.type === "message.created" ? [e.data.id] : []));
  expect(new Set(heard)).toEqual(new Set(sent));
  expect(cleo.socket.connected).toBe(true);

  const caughtUp = new Set<string>();
  for (let at = cursor, more = true; more;) {
    const page = (await people.ben.rest.get(`/api/chat/sync/?cursor=${at}&limit=500`)).body as {
      events: { data: { id: string } }[];
      cursor: string;
      has_more: boolean;
    };
    for (const event of page.events) caughtUp.add(event.data.id);
    at = page.cursor;
    more = page.has_more;
  }
  expect(sent.every((id) => caughtUp.has(id))).toBe(true);
  for (const one of [cleo, ada, cleoRaw]) one.close();
  for (const { socket } of slow) socket.terminate();
});

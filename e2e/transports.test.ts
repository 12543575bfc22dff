import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

type Refusal = { code: string };
type Sent = { id: string; seq: number; content: string; client_id: string; room: string };
type Outcome = { message: Sent } | { refused: string };
type Send = { room: string; content: string; client_id: string; reply_to?: string };
type Door = { send(input: Send): Promise<Outcome>; close(): void };

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;
let elsewhere: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
  room = await makeRoom("Turnover");
  elsewhere = await makeRoom("Laundry");
});
afterAll(() => server.stop());

async function makeRoom(name: string): Promise<string> {
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name,
    participant_ids: [people.ben.id],
  });
  expect(made.status).toBe(201);
  return (made.body as { id: string }).id;
}

/** The three ways in, behind one signature. */
const doors: Record<string, (person: Person, at: string) => Promise<Door>> = {
  REST: (person) =>
    Promise.resolve({
      async send(input) {
        const answer = await person.rest.post("/api/chat/messages/", input);
        if (answer.status >= 400) return { refused: (answer.body as Refusal).code };
        return { message: answer.body as Sent };
      },
      close: () => undefined,
    }),
  async "Socket.IO"(person) {
    const listener = await SocketListener.connect(server.url, person.access);
    return {
      async send(input) {
        const answer = await listener.ask("message:send", input);
        return answer.ok ? { message: answer.message as Sent } : { refused: (answer.error as Refusal).code };
      },
      close: () => {
        listener.close();
      },
    };
  },
  async WebSocket(person, at) {
    const listener = await RoomListener.connect(server.url, at, person.access);
    return {
      async send({ content, client_id, reply_to }) {
        listener.send({ type: "chat_message", message: content, client_id, ...(reply_to ? { reply_to } : {}) });
        // The first send of a client_id that is used again has its frame here already: the text tells them apart.
        const frame = await listener.frames.find((f) => {
          const message = f.message as Sent | undefined;
          if (f.type === "error") return f.client_id === client_id;
          return f.type === "chat_message" && message?.client_id === client_id && message.content === content.trim();
        }, "an answer to the send");
        return frame.type === "error" ? { refused: frame.code as string } : { message: frame.message as Sent };
      },
      close: () => {
        listener.close();
      },
    };
  },
};

describe.each(Object.keys(doors))("A send by %s", (name) => {
  const open = (person: Person, at = room) => doors[name]!(person, at);

  it("is stored once and heard by the other person on both kinds of socket", async () => {
    const ben = await SocketListener.connect(server.url, people.ben.access);
    const benRaw = await RoomListener.connect(server.url, room, people.ben.access);
    const ada = await open(people.ada);
    const client_id = randomUUID();
    const outcome = await ada.send({ room, content: "  The boiler is fixed. ", client_id });
    expect(outcome).toMatchObject({ message: { content: "The boiler is fixed.", client_id } });
    const { message } = outcome as { message: Sent };

    const event = await ben.events.find((e) => (e.data as { id?: string }).id === message.id, "the event");
    expect(event).toMatchObject({ room, seq: message.seq, type: "message.created" });
    const frame = await benRaw.frames.find((f) => (f.message as Sent | undefined)?.id === message.id, "the frame");
    expect(frame).toMatchObject({ type: "chat_message", message: { room_id: room, seq: message.seq } });

    const stored = await people.ben.rest.get(`/api/chat/messages/${message.id}/`);
    expect(stored.body).toMatchObject({ ...event.data, read_by: {}, is_read: false });
    expect(event.data).not.toHaveProperty("is_read");

    const again = await ada.send({ room, content: "The boiler is fixed.", client_id });
    expect(again).toMatchObject({ message: { id: message.id, seq: message.seq } });
    const list = await people.ben.rest.get(`/api/chat/messages/?room=${room}&page_size=100`);
    const same = (list.body as { results: Sent[] }).results.filter((m) => m.client_id === client_id);
    expect(same).toHaveLength(1);
    expect(benRaw.frames.all.filter((f) => (f.message as Sent | undefined)?.id === message.id)).toHaveLength(1);
    ada.close();
    ben.close();
    benRaw.close();
  });

  it("refuses what must be refused, with the same code, and stores nothing of it", async () => {
    const count = async () =>
      ((await people.ada.rest.get(`/api/chat/rooms/${room}/stats/`)).body as { message_count: number }).message_count;
    const ada = await open(people.ada);
    const client_id = randomUUID();
    expect(await ada.send({ room, content: "First", client_id })).toHaveProperty("message");
    const before = await count();
    expect(await ada.send({ room, content: "Second", client_id })).toEqual({ refused: "client_id_reused" });
    expect(await ada.send({ room, content: "x".repeat(10_001), client_id: randomUUID() })).toEqual({
      refused: "invalid_input",
    });
    expect(await ada.send({ room, content: "nul \u0000", client_id: randomUUID() })).toEqual({
      refused: "invalid_input",
    });
    const other = (await people.ada.rest.post("/api/chat/messages/", { room: elsewhere, content: "Elsewhere" }))
      .body as Sent;
    expect(await ada.send({ room, content: "Reply", client_id: randomUUID(), reply_to: other.id })).toEqual({
      refused: "invalid_input",
    });
    expect(await count()).toBe(before);
    // The connection and the person live on.
    expect(await ada.send({ room, content: "Still here", client_id: randomUUID() })).toHaveProperty("message");
    ada.close();
  });

  it("happens once when a hundred tries of it run at once", async () => {
    const ada = await open(people.ada);
    const client_id = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => ada.send({ room, content: "Once, please", client_id })),
    );
    expect(new Set(outcomes.map((o) => ("message" in o ? o.message.id : o.refused))).size).toBe(1);
    ada.close();
  });
});

it("keeps a stranger out on every transport", async () => {
  const rest = await people.cleo.rest.post("/api/chat/messages/", { room, content: "Hello" });
  expect(rest).toMatchObject({ status: 403, body: { code: "not_participant" } });
  const socket = await SocketListener.connect(server.url, people.cleo.access);
  expect(await socket.ask("message:send", { client_id: randomUUID(), room, content: "Hello" })).toMatchObject({
    ok: false,
    error: { code: "not_participant" },
  });
  const raw = RoomListener.open(server.url, `/ws/chat/${room}/?token=${people.cleo.access}`);
  expect(await raw.closed).toBe(4403);
  await people.ada.rest.post("/api/chat/messages/", { room, content: "Not for Cleo" });
  expect(socket.events.all.filter((e) => e.room === room)).toEqual([]);
  socket.close();
});

it("tells the others who types and who has read", async () => {
  const ben = await SocketListener.connect(server.url, people.ben.access);
  const benRaw = await RoomListener.connect(server.url, room, people.ben.access);
  const ada = await SocketListener.connect(server.url, people.ada.access);
  expect(await ada.ask("typing", { room, is_typing: true })).toEqual({ ok: true });
  await ben.others.find((o) => o.name === "typing" && o.payload.user_id === people.ada.id, "typing");
  await benRaw.frames.find((f) => f.type === "typing" && f.user_id === people.ada.id, "the typing frame");
  const polled = await people.ben.rest.get(`/api/chat/typing/?room=${room}`);
  expect(polled.body).toMatchObject({ results: [{ room, user: { id: people.ada.id } }] });

  const sent = (await people.ada.rest.post("/api/chat/messages", { room, content: "Read me" })).body as Sent;
  benRaw.send({ type: "read_receipt", message_id: sent.id });
  const read = await ada.events.find(
    (e) => e.type === "read.advanced" && e.data.user_id === people.ben.id,
    "the receipt",
  );
  expect(read.data).toMatchObject({ seq: sent.seq });
  const seen = await people.ada.rest.get(`/api/chat/messages/${sent.id}/`);
  expect(seen.body).toMatchObject({ read_count: 1, read_by: { [people.ben.id]: expect.any(String) as string } });
  for (const open of [ben, ada]) open.close();
  benRaw.close();
});

it("converges by sync, in pages, after an absence", async () => {
  const start = (await people.ben.rest.get("/api/chat/sync/")).body as { cursor: string; events: unknown[] };
  expect(start.events).toEqual([]);
  const sent: string[] = [];
  for (let i = 0; i < 25; i++) {
    const at = i % 2 === 0 ? room : elsewhere;
    sent.push(
      ((await people.ada.rest.post("/api/chat/messages/", { room: at, content: `Missed ${i}` })).body as Sent).id,
    );
  }
  await people.ada.rest.delete(`/api/chat/messages/${sent[0] ?? ""}/`);
  const events: { room: string; seq: number; type: string; data: { id: string; content: string } }[] = [];
  let cursor = start.cursor;
  for (let more = true; more;) {
    const page = (await people.ben.rest.get(`/api/chat/sync/?cursor=${cursor}&limit=10`)).body as {
      events: typeof events;
      cursor: string;
      has_more: boolean;
      reset: boolean;
    };
    expect(page.reset).toBe(false);
    expect(page.events.length).toBeLessThanOrEqual(10);
    events.push(...page.events);
    cursor = page.cursor;
    more = page.has_more;
  }
  const created = new Set(events.filter((e) => e.type === "message.created").map((e) => e.data.id));
  expect(sent.every((id) => created.has(id))).toBe(true);
  expect(JSON.stringify(events)).not.toContain("Missed 0");
  for (const at of [room, elsewhere]) {
    const seqs = events.filter((e) => e.room === at).map((e) => e.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }
  expect((await people.ben.rest.get("/api/chat/sync/?cursor=nonsense")).body).toMatchObject({ code: "bad_cursor" });
});

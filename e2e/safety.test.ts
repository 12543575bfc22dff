import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message, Participant, Room, RoomListItem } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

/** Who is silenced, who only reads announcements, who has blocked whom: each by every way in. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "superuser" });
});
afterAll(() => server.stop());

async function group(...others: Person[]): Promise<Room> {
  const participant_ids = others.map(({ id }) => id);
  return (await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids })).body as Room;
}
async function direct(): Promise<Room> {
  return (await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] })).body as Room;
}
const seat = (room: Room, person: Person) =>
  `/api/chat/participants/${room.participants.find(({ user }) => user.id === person.id)?.id}/`;
const block = (person: Person) => `/api/users/${person.id}/block/`;

type Refused = { code: string; until?: string };

/** The refusals of a send by each way in. */
async function refusals(person: Person, room: string): Promise<Refused[]> {
  const rest = await person.rest.post("/api/chat/messages/", { room, content: "Hello" });
  const socket = await SocketListener.connect(server.url, person.access);
  const ack = await socket.ask("message:send", { client_id: randomUUID(), room, content: "Hello" });
  const raw = await RoomListener.connect(server.url, room, person.access);
  raw.send({ type: "chat_message", message: "Hello" });
  const frame = await raw.frames.find(({ type }) => type === "error", "the refusal");
  socket.close();
  raw.close();
  return [rest.body, ack.error, frame].map((said) => {
    const { code, until } = said as Refused;
    return until === undefined ? { code } : { code, until };
  });
}
const thrice = (refused: Refused): Refused[] => [refused, refused, refused];

async function listed(person: Person, room: string): Promise<RoomListItem | undefined> {
  const { results } = (await person.rest.get("/api/chat/rooms/")).body as { results: RoomListItem[] };
  return results.find(({ id }) => id === room);
}

describe("Silence", () => {
  it("is refused by every way in until it ends, told to both, and lifted", async () => {
    const room = await group(people.ben);
    const [ada, ben] = await Promise.all(
      [people.ada, people.ben].map(({ access }) => SocketListener.connect(server.url, access)),
    );
    const until = "2999-01-01T08:00:00.000000Z";
    const silenced = await people.ada.rest.post(`${seat(room, people.ben)}silence/`, { until });
    expect(silenced).toMatchObject({ status: 200, body: { silenced_until: until } });
    for (const heard of [ada, ben]) {
      const event = await heard!.events.find(
        (e) => e.room === room.id && e.type === "participant.updated",
        "the silence",
      );
      expect((event.data as Participant).silenced_until).toBe(until);
      const told = await heard!.events.find((e) => e.room === room.id && e.type === "message.created", "the notice");
      expect(told.data).toMatchObject({
        message_type: "system",
        content: "Ada Test silenced Ben Test until 2999-01-01 08:00 UTC.",
      });
    }
    expect(await refusals(people.ben, room.id)).toEqual(thrice({ code: "silenced", until }));
    expect(await listed(people.ben, room.id)).toMatchObject({ silenced_until: until, is_admin: false });
    // Neither leaving and coming back helps, nor does the same again tell anybody anything.
    await people.ben.rest.post(`/api/chat/rooms/${room.id}/leave/`);
    await people.ada.rest.post("/api/chat/participants/", { room: room.id, user: people.ben.id });
    expect(await refusals(people.ben, room.id)).toEqual(thrice({ code: "silenced", until }));
    const before = await listed(people.ada, room.id);
    await people.ada.rest.post(`${seat(room, people.ben)}silence/`, { until });
    expect((await listed(people.ada, room.id))?.last_seq).toBe(before?.last_seq);

    const lifted = await people.ada.rest.delete(`${seat(room, people.ben)}silence/`);
    expect(lifted).toMatchObject({ status: 200, body: { silenced_until: null } });
    const again = await people.ben.rest.post("/api/chat/messages/", { room: room.id, content: "Sorry" });
    expect(again.status).toBe(201);
    const audit = await people.cleo.rest.get("/api/admin/audit/?page_size=2");
    expect(audit.body).toMatchObject({
      results: [
        { action: "participant.unsilenced", target_id: room.id, details: { person: people.ben.id } },
        { action: "participant.silenced", target_id: room.id, details: { person: people.ben.id, until } },
      ],
    });
    ada!.close();
    ben!.close();
  });

  it("ends by itself", async () => {
    const room = await group(people.ben);
    const until = new Date(Date.now() + 1_000).toISOString();
    expect((await people.ada.rest.post(`${seat(room, people.ben)}silence/`, { until })).status).toBe(200);
    const send = async () =>
      (await people.ben.rest.post("/api/chat/messages/", { room: room.id, content: "Still here" })).status;
    await expect.poll(send, { timeout: 10_000 }).toBe(201);
    expect(await listed(people.ben, room.id)).toMatchObject({ silenced_until: null });
  });

  it("is nobody's to take off themselves", async () => {
    const room = await group(people.ben, people.cleo);
    await people.ada.rest.post(`${seat(room, people.ben)}silence/`, {});
    await people.ada.rest.patch(seat(room, people.ben), { is_admin: true });
    expect(await people.ben.rest.delete(`${seat(room, people.ben)}silence/`)).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
  });
});

describe("An announcement room", () => {
  it("takes what its admins write alone, and reactions of everybody", async () => {
    const room = await group(people.ben);
    const path = `/api/chat/rooms/${room.id}/`;
    const ben = await SocketListener.connect(server.url, people.ben.access);
    const sent = await people.ada.rest.post("/api/chat/messages/", { room: room.id, content: "News" });
    const news = sent.body as Message;
    expect(await people.ada.rest.patch(path, { who_writes: "admins" })).toMatchObject({
      status: 200,
      body: { who_writes: "admins" },
    });
    const changed = await ben.events.find((e) => e.room === room.id && e.type === "room.updated", "the change");
    expect(changed.data).toMatchObject({ who_writes: "admins", is_admin: false });
    await ben.events.find(
      (e) => e.data.content === "Ada Test made this an announcement room: only admins write here.",
      "the notice",
    );
    expect(await refusals(people.ben, room.id)).toEqual(thrice({ code: "only_admins_write" }));
    const answer = await people.ben.rest.post("/api/chat/messages/", {
      room: room.id,
      content: "In its thread",
      thread_root: news.id,
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "only_admins_write" } });
    expect((await people.ben.rest.post(`/api/chat/messages/${news.id}/reactions/`, { emoji: "👍" })).status).toBe(200);
    expect((await people.ada.rest.post("/api/chat/messages/", { room: room.id, content: "More" })).status).toBe(201);

    await people.ada.rest.patch(path, { who_writes: "everybody" });
    expect((await people.ben.rest.post("/api/chat/messages/", { room: room.id, content: "Thanks" })).status).toBe(201);
    ben.close();
  });
});

describe("A block", () => {
  it("ends direct messages both ways, whoever made it, and its end lets them write again", async () => {
    const room = await direct();
    for (const [blocker, blocked] of [
      [people.ada, people.ben],
      [people.ben, people.ada],
    ] as const) {
      expect((await blocker.rest.post(block(blocked))).status).toBe(204);
      for (const person of [blocker, blocked]) {
        expect(await refusals(person, room.id)).toEqual(thrice({ code: "blocked" }));
        const other = person === blocker ? blocked : blocker;
        const made = await person.rest.post("/api/chat/rooms/", { participant_ids: [other.id] });
        expect(made).toMatchObject({ status: 403, body: { code: "blocked" } });
      }
      // A room of more is not theirs alone.
      const shared = await group(people.ben);
      const said = await blocked.rest.post("/api/chat/messages/", { room: shared.id, content: "Good morning" });
      expect(said.status).toBe(201);
      expect((await blocker.rest.delete(block(blocked))).status).toBe(204);
    }
    expect((await people.ada.rest.post("/api/chat/messages/", { room: room.id, content: "Hi" })).status).toBe(201);
  });

  it("is listed to whoever made it, heard by their own devices, and nobody else's business", async () => {
    const [ada, ben] = await Promise.all(
      [people.ada, people.ben].map(({ access }) => SocketListener.connect(server.url, access)),
    );
    await people.ada.rest.post(block(people.ben));
    const heard = await ada!.others.find(({ name }) => name === "block", "the block");
    expect(heard.payload).toEqual({ user_id: people.ben.id, blocked: true });
    expect((await people.ada.rest.get("/api/users/me/blocks/")).body).toMatchObject({
      count: 1,
      results: [{ user: { id: people.ben.id } }],
    });
    expect((await people.ben.rest.get("/api/users/me/blocks/")).body).toMatchObject({ count: 0, results: [] });
    await people.ada.rest.delete(block(people.ben));
    await ada!.others.find(({ name, payload }) => name === "block" && payload.blocked === false, "its end");
    // Heard after it, if it were told at all.
    await people.ada.rest.post(`/api/chat/messages/`, { room: (await direct()).id, content: "Last" });
    await ben!.events.find(({ data }) => data.content === "Last", "what came after it");
    expect(ben!.others.all.filter(({ name }) => name === "block")).toEqual([]);
    const audit = await people.cleo.rest.get("/api/admin/audit/?page_size=2");
    expect(audit.body).toMatchObject({
      results: [
        { action: "person.unblocked", target_id: String(people.ben.id) },
        { action: "person.blocked", target_id: String(people.ben.id) },
      ],
    });
    ada!.close();
    ben!.close();
  });

  it("keeps what the other does from whoever made it: mentions, answers, reactions, typing, presence", async () => {
    const room = await group(people.ben, people.cleo);
    const post = (by: Person, content: string, more: object = {}) =>
      by.rest.post("/api/chat/messages/", { room: room.id, content, ...more });
    const mine = (await post(people.ada, "Who has the key?")).body as Message;
    await people.ada.rest.post(block(people.ben));
    const [ada, cleo] = await Promise.all(
      [people.ada, people.cleo].map(({ access }) => SocketListener.connect(server.url, access)),
    );
    const ben = await SocketListener.connect(server.url, people.ben.access);
    await post(people.ben, "@ada @all I have it", { reply_to: mine.id });
    await people.ben.rest.post(`/api/chat/messages/${mine.id}/reactions/`, { emoji: "🔑" });
    await ben.ask("typing", { room: room.id, is_typing: true });
    await cleo!.others.find(
      ({ name, payload }) => name === "typing" && payload.user_id === people.ben.id,
      "the typing",
    );
    await cleo!.others.find(
      ({ name, payload }) => name === "presence" && payload.user_id === people.ben.id,
      "the presence",
    );
    expect(await notices(people.ada, room.id)).toBe(0);
    expect(await listed(people.ada, room.id)).toMatchObject({ mention_count: 0, unread_count: 1 });
    expect(await listed(people.cleo, room.id)).toMatchObject({ mention_count: 1 });
    // The message itself is in the room, for whoever wants to see it.
    await ada!.events.find(({ data }) => data.content === "@ada @all I have it", "the message");
    expect(ada!.others.all.filter(({ payload }) => payload.user_id === people.ben.id)).toEqual([]);
    expect((await people.ada.rest.get(`/api/chat/typing/?room=${room.id}`)).body).toMatchObject({ results: [] });
    for (const [reader, other] of [
      [people.ada, people.ben],
      [people.ben, people.ada],
    ] as const) {
      const found = await reader.rest.get(`/api/users/?search=${other.username}`);
      expect(found.body).toMatchObject({ results: [{ presence: { status: "offline", last_active_at: null } }] });
    }
    await people.ada.rest.delete(block(people.ben));
    expect(await notices(people.ada, room.id)).toBe(2);
    // Once it is taken back, each sees at once that the other is there; and once it is made again, no longer.
    const signs = (heard: SocketListener, of: Person) =>
      heard.others.all.flatMap(({ name, payload }) =>
        name === "presence" && payload.user_id === of.id ? [payload.status] : [],
      );
    await expect.poll(() => [signs(ada!, people.ben), signs(ben, people.ada)]).toEqual([["online"], ["online"]]);
    await people.ada.rest.post(block(people.ben));
    const gone = ["online", "offline"];
    await expect.poll(() => [signs(ada!, people.ben), signs(ben, people.ada)]).toEqual([gone, gone]);
    await people.ada.rest.delete(block(people.ben));
    for (const open of [ada!, ben, cleo!]) open.close();
  });

  async function notices(person: Person, room: string): Promise<number> {
    const { results } = (await person.rest.get("/api/notifications/?limit=100")).body as {
      results: { room: { id: string } }[];
    };
    return results.filter((notice) => notice.room.id === room).length;
  }
});

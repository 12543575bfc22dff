import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { startNode, type NodeProcess } from "./setup/node-process";
import { startRedis, type RedisServer } from "./setup/redis-server";
import { RestClient } from "./setup/rest-client";
import { useTestDatabase } from "./setup/test-database";

const url = await useTestDatabase();

const password = "a long enough password";

let redis: RedisServer;
let north: NodeProcess;
let south: NodeProcess;
let people: Record<"ada" | "ben" | "cleo" | "dora" | "mo" | "boss", Person>;
let room: string;

beforeAll(async () => {
  redis = await startRedis();
  const node = () => startNode(url, redis.url, { RATE_LIMITS: "on" });
  [north, south] = await Promise.all([node(), node()]);
  people = await cast(north.url, {
    ada: "staff",
    ben: "staff",
    cleo: "staff",
    dora: "staff",
    mo: "manager",
    boss: "superuser",
  });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Two nodes",
    participant_ids: [people.ben.id, people.cleo.id],
  });
  room = (made.body as { id: string }).id;
}, 60_000);
afterAll(async () => {
  await Promise.all([north.kill(), south.kill()]);
  await redis.kill();
});

const said = (content: string) => (event: { data: Record<string, unknown> }) => event.data.content === content;
const send = (person: Person, content: string) =>
  person.rest.post("/api/chat/messages/", { room, content, client_id: randomUUID() });

it("carries messages, typing and receipts from one node to the other", async () => {
  const ben = await SocketListener.connect(south.url, people.ben.access);
  const benRaw = await RoomListener.connect(south.url, room, people.ben.access);
  const ada = await SocketListener.connect(north.url, people.ada.access);
  expect((await send(people.ada, "From the north")).status).toBe(201);
  const event = await ben.events.find(said("From the north"), "the message on the other node");
  await benRaw.frames.find((f) => f.type === "chat_message", "the frame on the other node");
  await ada.ask("typing", { room, is_typing: true });
  await ben.others.find((o) => o.name === "typing" && o.payload.user_id === people.ada.id, "typing on the other node");
  const typing = await new RestClient(south.url, people.ben.access).get(`/api/chat/typing/?room=${room}`);
  expect(typing.body).toMatchObject({ results: [{ user: { id: people.ada.id } }] });
  await ben.ask("read", { room, seq: event.seq ?? 0 });
  await ada.events.find((e) => e.type === "read.advanced" && e.data.user_id === people.ben.id, "the receipt");
  for (const open of [ben, ada]) open.close();
  benRaw.close();
});

it("goes by a rule of the filter on the other node within two seconds, and lets through here what was held there", async () => {
  const there = new RestClient(south.url, people.ada.access);
  const say = async () => {
    const { status, body } = await there.post("/api/chat/messages/", { room, content: "Zebra crossing" });
    return status === 201 ? "sent" : (body as { code: string }).code;
  };
  // From here on that node has the rules in its memory.
  expect(await say()).toBe("sent");
  const body = { kind: "words", value: "zebra", action: "hold" };
  const rule = await people.boss.rest.post("/api/admin/filter/rules/", body);
  expect(rule.status).toBe(201);
  const soon = { timeout: 2000, interval: 50 };
  await expect.poll(say, soon).toBe("filter_held");

  const heard: SocketListener[] = [];
  for (const node of [north, south]) heard.push(await SocketListener.connect(node.url, people.cleo.access));
  const { results } = (await people.ada.rest.get("/api/chat/held/")).body as { results: { id: string }[] };
  const released = await people.mo.rest.post(`/api/admin/held/${results[0]?.id}/release/`);
  const { message } = released.body as { message: string };
  for (const cleo of heard) {
    await cleo.events.find((event) => event.type === "message.created" && event.data.id === message, "what was held");
    cleo.close();
  }
  await people.boss.rest.delete(`/api/admin/filter/rules/${(rule.body as { id: number }).id}/`);
  await expect.poll(say, soon).toBe("sent");
});

it("goes by a limit that was set at the other node within seconds, for everybody, and by the usual one again", async () => {
  const there = new RestClient(south.url, people.cleo.access);
  const search = async (by: RestClient) => (await by.get("/api/chat/messages/search/?q=towels")).status;
  const set = (limit: number | null) => people.boss.rest.patch("/api/admin/settings/", { limits: { search: limit } });
  // From here on that node has the settings in its memory.
  expect(await search(there)).toBe(200);
  expect((await set(5)).status).toBe(200);
  let tries = 1;
  while (tries < 60 && (await search(there)) === 200) tries += 1;
  // Far from the usual sixty.
  expect(tries).toBeLessThan(40);
  // Here it counts as soon as it is answered; another person has a count of their own.
  const ben = new RestClient(north.url, people.ben.access);
  const answers: number[] = [];
  for (let n = 0; n < 6; n++) answers.push(await search(ben));
  expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await set(null)).status).toBe(200);
  expect(await search(ben)).toBe(200);
  await expect.poll(() => search(there), { timeout: 2000, interval: 50 }).toBe(200);
});

it("shows who is there over devices and nodes, to those who share a room", { timeout: 30_000 }, async () => {
  const sign = (person: Person, status: string) => (other: { name: string; payload: Record<string, unknown> }) =>
    other.name === "presence" && other.payload.user_id === person.id && other.payload.status === status;
  const statusOf = async (person: Person) => {
    const list = await people.ada.rest.get(`/api/users/?search=${person.username}`);
    return (list.body as { results: { presence: { status: string } }[] }).results[0]?.presence.status;
  };
  const ada = await SocketListener.connect(north.url, people.ada.access);
  const dora = await SocketListener.connect(north.url, people.dora.access);
  // Who has just come is told of everybody once: what comes after it is told because it changed.
  await ada.others.find(sign(people.ada, "online"), "herself, with everybody who is there");
  const phone = await SocketListener.connect(south.url, people.cleo.access);
  await ada.others.find(sign(people.cleo, "online"), "Cleo on the other node");
  await phone.others.find(sign(people.ada, "online"), "Ada, who was there before");
  expect(await statusOf(people.cleo)).toBe("online");

  // A second device is told of everybody too. When the first goes she is still there; when both have gone she is not.
  const laptop = await SocketListener.connect(north.url, people.cleo.access);
  await laptop.others.find(sign(people.ada, "online"), "Ada, on the second device");
  phone.close();
  laptop.close();
  await expect.poll(() => ada.others.all.some(sign(people.cleo, "offline")), { timeout: 15_000 }).toBe(true);
  const told = ada.others.all.filter((o) => o.name === "presence" && o.payload.user_id === people.cleo.id);
  expect(told.map((other) => other.payload.status)).toEqual(["online", "offline"]);
  expect(told.at(-1)?.payload.last_active_at).toEqual(expect.stringMatching(/Z$/));
  expect(await statusOf(people.cleo)).toBe("offline");
  expect(dora.others.all.filter((other) => other.payload.user_id === people.cleo.id)).toEqual([]);
  for (const open of [ada, dora]) open.close();
});

const signIn = async (node: NodeProcess, password: string) =>
  (await new RestClient(node.url).post("/api/token/", { username: "dora", password })).status;

it("counts tries together: what one node has counted, the other one refuses", async () => {
  for (let n = 0; n < 10; n++) expect(await signIn(n % 2 === 0 ? north : south, "a wrong password")).toBe(401);
  expect([await signIn(north, password), await signIn(south, password)]).toEqual([429, 429]);
});

it("keeps one order and one copy when both nodes write into one room at once", async () => {
  const cleo = await SocketListener.connect(south.url, people.cleo.access);
  const client_id = randomUUID();
  const tries = Array.from({ length: 40 }, (_, i) =>
    new RestClient(i % 2 === 0 ? north.url : south.url, people.ada.access).post("/api/chat/messages/", {
      room,
      content: "Once on both",
      client_id,
    }),
  );
  const others = Array.from({ length: 60 }, (_, i) =>
    new RestClient(i % 2 === 0 ? north.url : south.url, people.ben.access).post("/api/chat/messages/", {
      room,
      content: `Together ${i}`,
      client_id: randomUUID(),
    }),
  );
  const answers = await Promise.all([...tries, ...others]);
  const first = answers.slice(0, 40).map((a) => (a.body as { id: string }).id);
  expect(new Set(first).size).toBe(1);
  expect(answers.slice(0, 40).filter((a) => a.status === 201)).toHaveLength(1);
  const last = Math.max(...answers.map((a) => (a.body as { seq: number }).seq));
  await cleo.events.find((e) => e.seq === last, "the last of them");
  const seqs = cleo.events.all.flatMap((e) => (e.seq === undefined ? [] : [e.seq]));
  expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
  cleo.close();
});

it("ends removal and sign-out on the other node within a second", async () => {
  const ben = await SocketListener.connect(south.url, people.ben.access);
  const raw = await RoomListener.connect(south.url, room, people.ben.access);
  const list = (await people.ada.rest.get(`/api/chat/participants/?room=${room}`)).body as {
    results: { id: number; user: { id: number } }[];
  };
  const his = list.results.find((p) => p.user.id === people.ben.id)?.id ?? 0;
  const removed = Date.now();
  expect((await people.ada.rest.delete(`/api/chat/participants/${his}/`)).status).toBe(204);
  expect(await raw.closed).toBe(4403);
  expect(Date.now() - removed).toBeLessThan(1000);
  const revoked = Date.now();
  const gone = new Promise((resolve) => ben.socket.once("disconnect", resolve));
  expect((await people.ben.rest.post("/api/token/revoke/", { refresh: people.ben.refresh })).status).toBe(200);
  await gone;
  expect(Date.now() - revoked).toBeLessThan(1000);
  await expect
    .poll(async () => (await new RestClient(south.url, people.ben.access).get("/api/chat/rooms/")).status, {
      timeout: 1000,
      interval: 50,
    })
    .toBe(401);
});

it("closes the sockets of a device signed out from another one, on the other node within a second", async () => {
  const again = await new RestClient(north.url).post("/api/token/", {
    username: "cleo",
    password,
  });
  const { access } = again.body as { access: string };
  const phone = await SocketListener.connect(south.url, access);
  const mine = (await new RestClient(south.url, access).get("/api/users/me/sessions/")).body as {
    results: { id: string; current: boolean }[];
  };
  const id = mine.results.find((one) => one.current)?.id ?? "";
  const gone = new Promise((resolve) => phone.socket.once("disconnect", resolve));
  const ended = Date.now();
  expect((await people.cleo.rest.delete(`/api/users/me/sessions/${id}/`)).status).toBe(204);
  await gone;
  expect(Date.now() - ended).toBeLessThan(1000);
});

it("delivers within 5 s what a node committed that died at once, with Redis gone too", async () => {
  const cleo = await SocketListener.connect(south.url, people.cleo.access);
  await redis.kill();
  expect((await send(people.ada, "My last words")).status).toBe(201);
  const told = Date.now();
  await north.kill();
  await cleo.events.find(said("My last words"), "the dead node's message");
  expect(Date.now() - told).toBeLessThan(5000);
  const answer = await new RestClient(south.url, people.cleo.access).post("/api/chat/messages/", {
    room,
    content: "Alive",
  });
  expect(answer.status).toBe(201);
  await cleo.events.find(said("Alive"), "what goes on");
  // What was counted together is gone with Redis: the node counts for itself, and refuses nobody for that.
  expect(await signIn(south, password)).toBe(200);
  cleo.close();
});

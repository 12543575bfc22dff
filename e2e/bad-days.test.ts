import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { startJobs } from "@/lib/jobs/start-jobs";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { type NodeProcess, startNode } from "./setup/node-process";
import { useOwnDatabase } from "./setup/own-database";

const own = await useOwnDatabase();

let node: NodeProcess;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  node = await startNode(own.url);
  people = await cast(node.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
}, 60_000);
afterAll(async () => {
  await node.end();
  await closeDatabase();
  await own.stop();
});

const retryable = ["timeout", "unavailable"];
const ready = async () => (await fetch(`${node.url}/readyz`)).status;
const codeOf = (body: unknown) => (body as { code?: string }).code;

/** As a person's device does: the same send again until it is known to be stored. Gives the message's id. */
async function sendUntilStored(ada: SocketListener, content: string): Promise<string> {
  const input = { room, content, client_id: randomUUID() };
  for (;;) {
    const answer = await ada.ask("message:send", input);
    if (answer.ok) return (answer.message as { id: string }).id;
    expect(retryable).toContain((answer.error as { code: string }).code);
  }
}

async function contents(person: Person): Promise<string[]> {
  const list = await person.rest.get(`/api/chat/messages/?room=${room}&page_size=100`);
  return (list.body as { results: { content: string }[] }).results.map((m) => m.content);
}

it("tells everybody to try again within 5 s when the database hangs, and goes on by itself", async () => {
  const ada = await SocketListener.connect(node.url, people.ada.access);
  const raw = await RoomListener.connect(node.url, room, people.ada.access);
  const ben = await SocketListener.connect(node.url, people.ben.access);
  const lost = { room, content: "Into the void", client_id: randomUUID() };
  own.hang();
  const began = performance.now();
  try {
    const rest = people.ada.rest.post("/api/chat/messages/", { ...lost, client_id: randomUUID() });
    const read = people.ben.rest.get("/api/chat/rooms/");
    const socket = ada.ask("message:send", lost);
    raw.send({ type: "chat_message", message: "Into the void", client_id: randomUUID() });
    const frame = raw.frames.find((f) => f.type === "error", "a refusal on the raw socket");
    const answers = {
      rest: await rest,
      read: await read,
      socket: await socket,
      frame: await frame,
      ready: await ready(),
    };
    expect(performance.now() - began).toBeLessThan(5000 + 2000);
    expect([answers.rest.status, answers.read.status, answers.ready]).toEqual([503, 503, 503]);
    const codes = [
      codeOf(answers.rest.body),
      codeOf(answers.read.body),
      codeOf(answers.socket.error),
      answers.frame.code,
    ];
    for (const code of codes) expect(retryable).toContain(code);
  } finally {
    own.goOn();
  }
  await expect.poll(ready, { timeout: 2000, interval: 50 }).toBe(200);
  const again = await ada.ask("message:send", lost);
  expect(again).toMatchObject({ ok: true, message: { content: lost.content } });
  await ben.events.find((e) => e.data.client_id === lost.client_id, "the message after all");
  expect(ben.events.all.filter((e) => e.data.client_id === lost.client_id)).toHaveLength(1);
  for (const open of [ada, ben, raw]) open.close();
});

it("loses nothing and doubles nothing when the database crashes, which is started again", async () => {
  const jobs = await startJobs(own.url);
  const ada = await SocketListener.connect(node.url, people.ada.access);
  const ben = await SocketListener.connect(node.url, people.ben.access);
  const stored: string[] = [];
  for (let i = 0; i < 40; i++) {
    if (i === 10) own.crash();
    stored.push(await sendUntilStored(ada, `Storm ${i}`));
  }
  await ben.events.find((e) => e.data.id === stored.at(-1), "the last message");
  const heard = ben.events.all.filter((e) => String(e.data.content).startsWith("Storm"));
  expect(heard.map((e) => e.data.id)).toEqual(stored);
  expect(node.alive).toBe(true);
  const list = await contents(people.ben);
  expect(list.filter((content) => content.startsWith("Storm"))).toHaveLength(40);
  // The job queue, which has connections of its own, goes on too.
  const { db } = database();
  await addJob(db, "prune-events", {});
  const left = async () => [...(await db.execute(sql`select id from graphile_worker.jobs`))];
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  await jobs.stop();
  for (const open of [ada, ben]) open.close();
});

it("says that the disk is full, writes nothing half, and takes the same send later", async () => {
  const { db } = database();
  await db.execute(sql`create function disk_full() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
  // The second table that a send writes.
  await db.execute(sql`create trigger full_disk before insert on events for each row execute function disk_full()`);
  const send = { room, content: "No space for this", client_id: randomUUID() };
  const before = await contents(people.ben);
  const refused = await people.ada.rest.post("/api/chat/messages/", send);
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable", error: /disk is full/ } });
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await contents(people.ben)).toEqual(before);
  await db.execute(sql`drop trigger full_disk on events`);
  expect((await people.ada.rest.post("/api/chat/messages/", send)).status).toBe(201);
});

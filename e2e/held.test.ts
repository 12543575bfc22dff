import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import { sweepOrphans } from "@/lib/domain/attachments/forget-files";
import type { FilterRule } from "@/lib/contract/filter";
import type { HeldWithContext } from "@/lib/contract/held";
import type { Message, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { HeldStage } from "./setup/held-stage";
import { RoomListener, SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

let server: TestServer;
let stage: HeldStage;
let people: HeldStage["people"];
let ada: SocketListener;
let ben: SocketListener;
let mo: SocketListener;
let adaRaw: RoomListener;
let room: Room;

const rules = "/api/admin/filter/rules/";
const messages = "/api/chat/messages/";

beforeAll(async () => {
  server = await startTestServer();
  stage = await HeldStage.set(server.url);
  ({ people, room } = stage);
  ada = await SocketListener.connect(server.url, people.ada.access);
  ben = await SocketListener.connect(server.url, people.ben.access);
  mo = await SocketListener.connect(server.url, people.mo.access);
  adaRaw = await RoomListener.connect(server.url, room.id, people.ada.access);
});
afterAll(async () => {
  for (const open of [ada, ben, mo, adaRaw]) open.close();
  await server.stop();
});

type Way = (content: string, client_id: string) => Promise<string>;
/** Sends by each way in; gives "sent", or the code that it was refused with. */
const ways: Record<string, Way> = {
  "REST JSON": async (content, client_id) => {
    const { status, body } = await stage.post(content, { client_id });
    return status < 300 ? "sent" : (body as { code: string }).code;
  },
  "a REST form": async (content, client_id) => {
    const fields = { room: room.id, content, client_id };
    const file = { attachment: { bytes: "Words", name: "a.txt" } };
    const { status, body } = await postForm(people.ada, messages, fields, file);
    return status < 300 ? "sent" : (body as { code: string }).code;
  },
  "Socket.IO": async (content, client_id) => {
    const answer = await ada.ask("message:send", { client_id, room: room.id, content });
    return answer.ok ? "sent" : (answer.error as { code: string }).code;
  },
  "the raw WebSocket": async (content, client_id) => {
    const heard = new Set(adaRaw.frames.all);
    adaRaw.send({ type: "chat_message", message: content, client_id });
    const said = await adaRaw.frames.find(
      (frame) =>
        !heard.has(frame) &&
        (frame.client_id === client_id ||
          (frame.type === "chat_message" && (frame.message as Message).client_id === client_id)),
      "an answer",
    );
    return said.type === "error" ? String(said.code) : "sent";
  },
};

describe.each(Object.entries(ways))("By %s", (name, send) => {
  it("it waits, and is nobody's but its writer's until a moderator lets it through: once, under its client_id", async () => {
    const content = `Quark ${name}`;
    const client_id = randomUUID();
    const before = (await people.ben.rest.get(`/api/chat/rooms/${room.id}/`)).body as Room;
    // Five tries at once, and one more: one row, one answer.
    const tries = await Promise.all(Array.from({ length: 5 }, () => send(content, client_id)));
    expect([...tries, await send(content, client_id)]).toEqual(Array(6).fill("filter_held"));
    expect(await stage.rowsOf(content)).toEqual({ held: 1, sent: 0 });

    const mine = (await stage.own()).find((one) => one.client_id === client_id);
    expect(mine).toMatchObject({ status: "waiting", room: room.id, content, reason: "" });
    expect(await stage.own(people.ben)).toEqual([]);
    expect((await people.ben.rest.get(`/api/chat/rooms/${room.id}/`)).body).toMatchObject({
      last_seq: before.last_seq,
      unread_count: before.unread_count,
    });
    const search = await people.ben.rest.get(`${messages}search/?q=${encodeURIComponent(content)}`);
    expect(search.body).toMatchObject({ count: 0 });
    for (const listener of [ada, mo]) {
      await listener.others.find((o) => o.name === "moderation" && o.payload.about === "held", "that one waits");
    }

    const id = mine?.id ?? "";
    const seen = (await stage.get(id)).body as HeldWithContext;
    expect(seen).toMatchObject({
      status: "waiting",
      content,
      person: { username: "ada" },
      room: { id: room.id, name: "Roof" },
      rules: [{ text: "quark" }],
    });
    const both = await Promise.all([stage.release(id), stage.release(id, people.max)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stage.rowsOf(content)).toEqual({ held: 1, sent: 1 });
    const event = await ben.events.find((one) => one.data.content === content, "what was let through");
    expect(event).toMatchObject({
      type: "message.created",
      seq: before.last_seq + 1,
      data: { client_id, sender: { username: "ada" } },
    });
    expect(ben.events.all.filter((one) => one.data.content === content)).toHaveLength(1);
    expect((await stage.release(id)).body).toMatchObject({ status: "released", message: event.data.id });
    expect(await send(content, client_id)).toBe("sent");
    expect(await stage.rowsOf(content)).toEqual({ held: 1, sent: 1 });
    expect((await stage.own()).some((one) => one.id === id)).toBe(false);
  });
});

it("The same client_id is answered as before also when no rule holds it any more; with other words it is no retry", async () => {
  const { id } = (await people.boss.rest.post(rules, { kind: "words", value: "zebra", action: "hold" }))
    .body as FilterRule;
  const client_id = randomUUID();
  const { id: zebra } = await stage.held("Zebra", { client_id });
  await people.boss.rest.delete(`${rules}${id}/`);
  expect(await stage.post("Zebra", { client_id })).toMatchObject({ status: 422, body: { code: "filter_held" } });
  expect(await stage.post("Horse", { client_id })).toMatchObject({ status: 409, body: { code: "client_id_reused" } });
  expect((await stage.refuse(zebra, "No animals here")).status).toBe(200);
  const again = await stage.post("Zebra", { client_id });
  expect(again).toMatchObject({ status: 422, body: { code: "filter_refused" } });
  expect((again.body as { detail: string }).detail).toContain("No animals here");
  expect(await stage.rowsOf("Zebra")).toEqual({ held: 1, sent: 0 });
});

it("Its writer takes it back, with its words, as long as nobody has decided", async () => {
  const client_id = randomUUID();
  const { id } = await stage.held("Quark that was meant otherwise", { client_id });
  expect((await stage.takeBack(id, people.ben)).status).toBe(404);
  for (let n = 0; n < 2; n++) expect((await stage.takeBack(id)).status).toBe(204);
  expect(await stage.rowsOf("Quark that was meant otherwise")).toEqual({ held: 0, sent: 0 });
  for (const answer of [await stage.release(id), await stage.refuse(id), await stage.get(id)]) {
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
  }
  const again = await stage.post("Quark that was meant otherwise", { client_id });
  expect(again).toMatchObject({ status: 409, body: { code: "client_id_reused" } });

  const { id: through } = await stage.held("Quark that is out");
  await stage.release(through);
  expect(await stage.takeBack(through)).toMatchObject({ status: 409 });
});

it("Everything that was sent along waits with it: its thread, its answer, its files", async () => {
  const said = async (content: string) => (await stage.post(content)).body as Message;
  const [root, asked] = [await said("A thread"), await said("A question")];
  const file = { bytes: "towels", name: "towels.txt", type: "text/plain" };
  const uploaded = (await postForm(people.ada, "/api/chat/attachments/", {}, { file })).body as {
    id: string;
    url: string;
  };
  const more = { reply_to: asked.id, thread_root: root.id, attachment_ids: [uploaded.id] };
  const mine = await stage.held("Quark with a file", more);
  expect(mine).toMatchObject({
    reply_to: { id: asked.id, content: "A question" },
    thread_root_id: root.id,
    attachments: [{ id: uploaded.id }],
  });
  // It is nobody else's to send, and a day old it is still there.
  expect((await stage.post("Fine", { attachment_ids: [uploaded.id] })).status).toBe(400);
  await database().db.execute(
    sql`update attachments set created_at = now() - interval '2 days' where id = ${uploaded.id}`,
  );
  await sweepOrphans();
  const bytes = async (by: Person) =>
    (await getFile(server.url, uploaded.url, { authorization: `Bearer ${by.access}` })).status;
  expect([await bytes(people.ada), await bytes(people.mo), await bytes(people.ben)]).toEqual([200, 200, 403]);
  expect((await stage.get(mine.id)).body).toMatchObject({ attachments: [{ id: uploaded.id }] });
  await stage.release(mine.id);
  const event = await ben.events.find((one) => one.data.content === "Quark with a file", "it with all");
  expect(event.data).toMatchObject({
    reply_to_id: asked.id,
    thread_root_id: root.id,
    attachments: [{ id: uploaded.id }],
  });
  expect([await bytes(people.ben), await bytes(people.mo)]).toEqual([200, 403]);
});

it("What cannot wait is refused: edits, and names of chats and files", async () => {
  const { id } = (await stage.post("Fine")).body as Message;
  const refused = { status: 422, body: { code: "filter_refused" } };
  const edit = await people.ada.rest.patch(`${messages}${id}/`, { content: "Quark", accept_warning: true });
  expect(edit).toMatchObject(refused);
  expect((edit.body as { detail: string }).detail).toContain("only a new message can wait");
  expect(await ada.ask("message:edit", { id, content: "Quark" })).toMatchObject({ error: { code: "filter_refused" } });
  const named = { room_type: "group", participant_ids: [], name: "Quark" };
  expect(await people.ada.rest.post("/api/chat/rooms/", named)).toMatchObject(refused);
  const file = { bytes: "Words", name: "quark.txt", type: "text/plain" };
  expect(await postForm(people.ada, "/api/chat/attachments/", {}, { file })).toMatchObject(refused);
});

it("Refusing goes before holding, and holding before warning", async () => {
  const made: number[] = [];
  for (const action of ["warn", "refuse"]) {
    const rule = { kind: "words", value: action === "warn" ? "soft" : "hard", action };
    made.push(((await people.boss.rest.post(rules, rule)).body as FilterRule).id);
  }
  const said = async (text: string) => [
    ((await people.boss.rest.post("/api/admin/filter/try/", { text })).body as { action: string }).action,
    ((await stage.post(text)).body as { code: string }).code,
  ];
  expect(await said("soft quark")).toEqual(["hold", "filter_held"]);
  expect(await said("hard quark")).toEqual(["refuse", "filter_refused"]);
  for (const id of made) await people.boss.rest.delete(`${rules}${id}/`);
});

it("One person fills no queue: fifty may wait at a time", async () => {
  const { full } = await cast(server.url, { full: "staff" });
  const body = { room_type: "group", participant_ids: [] };
  const { id } = (await full.rest.post("/api/chat/rooms/", body)).body as Room;
  const send = async (n: number) =>
    ((await full.rest.post(messages, { room: id, content: `Quark ${n}` })).body as { code: string }).code;
  const codes = await Promise.all(Array.from({ length: 51 }, (_, n) => send(n)));
  expect(codes.toSorted()).toEqual(["filter_full", ...Array<string>(50).fill("filter_held")].toSorted());
});

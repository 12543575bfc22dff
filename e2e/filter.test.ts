import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import { filterRules } from "@/db/schema/filter";
import type { FilterRule } from "@/lib/contract/filter";
import type { Message, Room } from "@/lib/contract/shapes";
import { publish } from "@/lib/events/bus";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { postForm, uploadInParts } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/** Ada writes by every way in, Ben listens, the boss makes the rules. */
let server: TestServer;
let people: Record<"ada" | "ben" | "mo" | "boss", Person>;
let ada: SocketListener;
let ben: SocketListener;
let adaRaw: RoomListener;
let room: string;
let made: number[] = [];

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", mo: "manager", boss: "superuser" });
  const group = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Roof",
    participant_ids: [people.ben.id],
  });
  room = (group.body as Room).id;
  ada = await SocketListener.connect(server.url, people.ada.access);
  ben = await SocketListener.connect(server.url, people.ben.access);
  adaRaw = await RoomListener.connect(server.url, room, people.ada.access);
});
afterEach(async () => {
  for (const id of made) await people.boss.rest.delete(`/api/admin/filter/rules/${id}/`);
  made = [];
});
afterAll(async () => {
  for (const open of [ada, ben, adaRaw]) open.close();
  await server.stop();
});

async function rule(
  value: string,
  action: "warn" | "refuse",
  kind: "words" | "pattern" = "words",
): Promise<FilterRule> {
  const answer = await people.boss.rest.post("/api/admin/filter/rules/", { kind, value, action });
  expect(answer.status).toBe(201);
  const { id } = answer.body as FilterRule;
  made.push(id);
  return answer.body as FilterRule;
}

type Way = (content: string, more?: object) => Promise<string>;
/** Sends by each way in; gives "sent", or the code that it was refused with. */
const ways: Record<string, Way> = {
  "REST JSON": async (content, more = {}) => {
    const { status, body } = await people.ada.rest.post("/api/chat/messages/", { room, content, ...more });
    return status < 300 ? "sent" : (body as { code: string }).code;
  },
  "a REST form": async (content, more = {}) => {
    const given = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)]));
    const { status, body } = await postForm(
      people.ada,
      "/api/chat/messages/",
      { room, content, ...given },
      { attachment: { bytes: "Words", name: "a.txt" } },
    );
    return status < 300 ? "sent" : (body as { code: string }).code;
  },
  "Socket.IO": async (content, more = {}) => {
    const answer = await ada.ask("message:send", { client_id: randomUUID(), room, content, ...more });
    return answer.ok ? "sent" : (answer.error as { code: string }).code;
  },
  "the raw WebSocket": async (content, more = {}) => {
    const id = "client_id" in more ? more.client_id : randomUUID();
    const heard = new Set(adaRaw.frames.all);
    adaRaw.send({ type: "chat_message", message: content, client_id: id, ...more });
    const said = await adaRaw.frames.find(
      (frame) =>
        !heard.has(frame) &&
        (frame.client_id === id || (frame.type === "chat_message" && (frame.message as Message).client_id === id)),
      "an answer",
    );
    return said.type === "error" ? String(said.code) : "sent";
  },
};

describe.each(Object.entries(ways))("By %s", (name, send) => {
  it("a word of the house is refused, and heard by nobody", async () => {
    await rule("Schrott, kaputter Kram", "refuse");
    for (const content of [
      ...["\ufeff", "\u3164", "\u034f", "\ufe0f", "\u200b", "\u00ad"].map((hidden) => `Sch${hidden}rott ${name}`),
      `SCHROTT ${name}`,
      `So ein kaputter, Kram ${name}`,
      `ＳＣＨＲＯＴＴ! ${name}`,
    ]) {
      expect(await send(content), content).toBe("filter_refused");
      expect(await send(content, { accept_warning: true }), content).toBe("filter_refused");
    }
    expect(await send(`Schrottplatz ${name}`)).toBe("sent");
    await ben.events.find((event) => event.data.content === `Schrottplatz ${name}`, "what is allowed");
    expect(ben.events.all.filter(({ data }) => /schrott |kram/i.test(String(data.content)))).toEqual([]);
  });

  it("a warning is given once, and passed by whoever means it", async () => {
    await rule("b[o0]ss(es)?\\b", "warn", "pattern");
    expect(await send(`The B0SS ${name}`)).toBe("filter_warning");
    expect(await send(`The B0SS ${name}`, { accept_warning: true })).toBe("sent");
    await ben.events.find((event) => event.data.content === `The B0SS ${name}`, "what was meant");
  });

  it("what was taken once is answered as before, whatever the rules say now", async () => {
    const client_id = randomUUID();
    expect(await send(`Quark ${name}`, { client_id })).toBe("sent");
    await rule("quark", "refuse");
    expect(await send(`Quark ${name}`)).toBe("filter_refused");
    expect(await send(`Quark ${name}`, { client_id })).toBe("sent");
  });
});

it("Edits, and names of chats and files, are looked through too", async () => {
  const sent = (await people.ada.rest.post("/api/chat/messages/", { room, content: "Fine" })).body as Message;
  await rule("địt mẹ", "refuse");
  await rule("damn", "warn");
  const edit = (content: string, more: object = {}) =>
    people.ada.rest.patch(`/api/chat/messages/${sent.id}/`, { content, ...more });
  expect(await edit("DIT  me!")).toMatchObject({ status: 422, body: { code: "filter_refused" } });
  expect(await edit("Damn")).toMatchObject({ status: 422, body: { code: "filter_warning" } });
  const bySocket = await ada.ask("message:edit", { id: sent.id, content: "Damn" });
  expect(bySocket).toMatchObject({ ok: false, error: { code: "filter_warning" } });
  expect((await people.ben.rest.get(`/api/chat/messages/${sent.id}/`)).body).toMatchObject({ content: "Fine" });
  expect((await edit("Damn", { accept_warning: true })).status).toBe(200);

  const named = { room_type: "group", participant_ids: [people.ben.id], name: "Đit Me" };
  const refused = { status: 422, body: { code: "filter_refused" } };
  expect(await people.ada.rest.post("/api/chat/rooms/", named)).toMatchObject(refused);
  expect(await people.ada.rest.patch(`/api/chat/rooms/${room}/`, { name: named.name })).toMatchObject(refused);
  const file = { bytes: "Words", name: "dit-me.txt", type: "text/plain" };
  const form = await postForm(people.ada, "/api/chat/messages/", { room }, { attachment: file });
  expect(form).toMatchObject(refused);
  expect(await postForm(people.ada, "/api/chat/attachments/", {}, { file })).toMatchObject(refused);
  expect(await uploadInParts(people.ada, file)).toMatchObject({ status: 422 });
});

it("A rule that another server has made counts as soon as it is heard of", async () => {
  const way = ways["REST JSON"];
  expect(await way?.("Zebra")).toBe("sent");
  const [row] = await database()
    .db.insert(filterRules)
    .values({ kind: "words", value: "zebra", action: "refuse" })
    .returning({ id: filterRules.id });
  made.push(row?.id ?? 0);
  publish({ kind: "filter" });
  await expect.poll(() => way?.("Zebra")).toBe("filter_refused");
});

it("What is invisible hides nothing from a pattern, and no pattern may be made to be slow", async () => {
  await rule("d[ao]rn", "refuse", "pattern");
  for (const hidden of ["\ufeff", "\u3164", "\u034f", "\ufe0f", "\u200b"]) {
    expect(await ways["REST JSON"]?.(`Da${hidden}rn`), JSON.stringify(hidden)).toBe("filter_refused");
  }
  const make = (value: string) =>
    people.boss.rest.post("/api/admin/filter/rules/", { kind: "pattern", value, action: "warn" });
  const tooLarge = await make("(a|b)*a(a|b){90}c");
  expect(tooLarge).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  expect((tooLarge.body as { detail: string }).detail).toMatch(/may have 60. Repeat less in it, or make two rules./);
  let last = await make("(a|b)*a(a|b){15}c0");
  for (let n = 1; last.status === 201 && n < 20; n++) {
    made.push((last.body as FilterRule).id);
    last = await make(`(a|b)*a(a|b){15}c${n}`);
  }
  expect(last).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  expect((last.body as { detail: string }).detail).toMatch(/^All patterns together/);
});

it("Only superusers make rules; each change is on record, and can be tried before", async () => {
  for (const person of [people.ada, people.mo]) {
    expect((await person.rest.get("/api/admin/filter/rules/")).status).toBe(403);
    expect((await person.rest.post("/api/admin/filter/try/", { text: "Hi" })).status).toBe(403);
  }
  const { id } = await rule("gosh", "warn");
  const look = async () => (await people.boss.rest.post("/api/admin/filter/try/", { text: "Oh Gösh" })).body;
  expect(await look()).toEqual({ action: "warn", matches: [{ rule: id, action: "warn", text: "gosh" }] });
  await people.boss.rest.patch(`/api/admin/filter/rules/${id}/`, { action: "refuse" });
  expect(await look()).toMatchObject({ action: "refuse" });
  await people.boss.rest.delete(`/api/admin/filter/rules/${id}/`);
  expect(await look()).toEqual({ action: "pass", matches: [] });
  const { results } = (await people.boss.rest.get("/api/admin/audit/?action=house.filter_changed")).body as {
    results: { details: { rule: number; added?: object; removed?: object } }[];
  };
  const gosh = { kind: "words", value: "gosh", action: "refuse", note: "" };
  expect(results.map(({ details }) => details).filter((one) => one.rule === id)).toEqual([
    { rule: id, removed: gosh },
    { rule: id, removed: { ...gosh, action: "warn" }, added: gosh },
    { rule: id, added: { ...gosh, action: "warn" } },
  ]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FiledReport, Report, ReportWithContext, Warning } from "@/lib/contract/reports";
import type { Message, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { RoomListener, SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/** Ben writes, Ada reports, Mo decides from outside of the room; Ada and Ben listen. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "mo" | "max" | "boss", Person>;
let ada: SocketListener;
let ben: SocketListener;
let adaRaw: RoomListener;
let mo: SocketListener;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, {
    ada: "staff",
    ben: "staff",
    cleo: "staff",
    mo: "manager",
    max: "manager",
    boss: "superuser",
  });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as Room).id;
  ada = await SocketListener.connect(server.url, people.ada.access);
  ben = await SocketListener.connect(server.url, people.ben.access);
  mo = await SocketListener.connect(server.url, people.mo.access);
  adaRaw = await RoomListener.connect(server.url, room, people.ada.access);
});
afterAll(async () => {
  for (const open of [ada, ben, mo, adaRaw]) open.close();
  await server.stop();
});

const send = async (person: Person, content: string, more: object = {}) =>
  (await person.rest.post("/api/chat/messages/", { room, content, ...more })).body as Message;
async function report(by: Person, body: object): Promise<FiledReport> {
  const answer = await by.rest.post("/api/reports/", { reason: "harassment", ...body });
  expect(answer.status).toBe(201);
  return answer.body as FiledReport;
}
async function decide(by: Person, id: string, action: string, note = ""): Promise<ReportWithContext> {
  const answer = await by.rest.post(`/api/admin/reports/${id}/decisions/`, { action, note });
  expect(answer.status).toBe(200);
  return answer.body as ReportWithContext;
}
async function queue(by: Person, status = "open"): Promise<Report[]> {
  const answer = await by.rest.get(`/api/admin/reports/?status=${status}&page_size=100`);
  expect(answer.status).toBe(200);
  return (answer.body as { results: Report[] }).results;
}
const audited = async (target: string) =>
  (
    (await people.boss.rest.get(`/api/admin/audit/?target_id=${target}`)).body as { results: { action: string }[] }
  ).results.map(({ action }) => action);

describe("A report", () => {
  it("brings the message and what was said around it, and nothing else of the room", async () => {
    for (let n = 1; n <= 8; n++) await send(people.ada, `Before ${n}`);
    const bad = await send(people.ben, "You are all idiots");
    for (let n = 1; n <= 2; n++) await send(people.ada, `After ${n}`);
    const filed = await report(people.ada, { message: bad.id, note: "Again" });
    expect(filed).toMatchObject({ message: bad.id, person: { username: "ben" }, reason: "harassment" });
    await mo.others.find((said) => said.name === "moderation" && said.payload.about === "reports", "a sign to Mo");
    await send(people.ada, "Said later");

    expect(await report(people.ada, { message: bad.id, reason: "spam" })).toEqual(filed);
    expect((await queue(people.mo)).filter(({ id }) => id === filed.id)).toMatchObject([
      { reports: [{ reporter: { username: "ada" }, reason: "harassment", note: "Again" }] },
    ]);
    // What it was when it was reported, whatever becomes of it.
    await people.ben.rest.patch(`/api/chat/messages/${bad.id}/`, { content: "You are all wonderful" });
    const seen = (await people.mo.rest.get(`/api/admin/reports/${filed.id}/`)).body as ReportWithContext;
    expect(seen.context.map(({ content }) => content)).toEqual([
      ...[4, 5, 6, 7, 8].map((n) => `Before ${n}`),
      "You are all idiots",
      "After 1",
      "After 2",
    ]);
    expect((await people.mo.rest.get(`/api/chat/messages/${bad.id}/`)).status).toBe(403);
    expect((await people.mo.rest.get(`/api/chat/messages/?room=${room}`)).status).toBe(403);

    const closed = await decide(people.mo, filed.id, "dismiss", "Harmless");
    expect(closed).toMatchObject({ status: "closed", decisions: [{ action: "dismiss", note: "Harmless" }] });
    expect(await decide(people.mo, filed.id, "dismiss")).toEqual(closed);
    expect(await audited(filed.id)).toEqual(["report.dismissed"]);
    // That report is over: who meets it again may say so.
    expect((await report(people.ada, { message: bad.id })).id).not.toBe(filed.id);
  });

  it("is decided by nobody about themselves or above themselves, nor seen by them", async () => {
    const ofBoss = await report(people.ada, { person: people.boss.id });
    const ofMo = await report(people.ada, { person: people.mo.id });
    for (const { id } of [ofBoss, ofMo]) {
      for (const action of ["dismiss", "warn", "deactivate"]) {
        const answer = await people.mo.rest.post(`/api/admin/reports/${id}/decisions/`, { action, note: "No" });
        expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
      }
    }
    const seen = (await queue(people.mo)).map(({ id }) => id);
    expect(seen).not.toContain(ofBoss.id);
    expect(seen).not.toContain(ofMo.id);
    expect((await queue(people.max)).map(({ id }) => id)).toContain(ofMo.id);
    expect((await people.ada.rest.get("/api/admin/reports/")).status).toBe(403);
  });

  it("is refused about a room that one is not in", async () => {
    const message = await send(people.ben, "Between us");
    const answer = await people.cleo.rest.post("/api/reports/", { message: message.id, reason: "spam" });
    expect(answer).toMatchObject({ status: 403, body: { code: "not_participant" } });
  });
});

describe("What moderators do", () => {
  let message: Message;
  let filed: FiledReport;
  beforeEach(async () => {
    message = await send(people.ben, "A secret word");
    filed = await report(people.ada, { message: message.id });
  });
  const updated = (who: SocketListener, hidden: boolean) =>
    who.events.find(
      ({ type, data }) => type === "message.updated" && data.id === message.id && (data.hidden_at !== null) === hidden,
      "the change",
    );

  it("hides a message for everybody at once, and shows it again", async () => {
    await decide(people.mo, filed.id, "hide");
    for (const listener of [ada, ben]) {
      expect((await updated(listener, true)).data).toMatchObject({ content: "[Hidden by a moderator]", mentions: [] });
    }
    const frame = await adaRaw.frames.find(
      (said) => said.type === "message_updated" && (said.message as Message).id === message.id,
      "the frame",
    );
    expect(JSON.stringify(frame)).not.toContain("secret");
    for (const path of [
      `/api/chat/messages/?room=${room}`,
      `/api/chat/messages/search/?q=secret`,
      `/api/chat/rooms/`,
      `/api/chat/messages/${message.id}/`,
    ]) {
      expect(JSON.stringify((await people.ada.rest.get(path)).body), path).not.toContain("secret");
    }
    const edit = await people.ben.rest.patch(`/api/chat/messages/${message.id}/`, { content: "A secret word!" });
    expect(edit).toMatchObject({ status: 403, body: { code: "forbidden" } });

    await decide(people.mo, filed.id, "unhide");
    expect((await updated(ada, false)).data).toMatchObject({ content: "A secret word", hidden_at: null });
    expect(await audited(message.id)).toEqual(["message.unhidden", "message.hidden"]);
  });

  it("hides its files too, and still shows them to who decides", async () => {
    const sent = await postForm(
      people.ben,
      "/api/chat/messages/",
      { room },
      { attachment: { bytes: "Bad", name: "a.txt" } },
    );
    const withFile = sent.body as Message;
    const [file] = withFile.attachments;
    const open = async (person: Person) =>
      (await getFile(server.url, file?.url ?? "", { authorization: `Bearer ${person.access}` })).status;
    const { id } = await report(people.ada, { message: withFile.id });
    expect(await open(people.cleo)).toBe(403);
    expect(await open(people.mo)).toBe(200);
    const seen = await decide(people.mo, id, "hide");
    expect(seen.attachments.map(({ name }) => name)).toEqual(["a.txt"]);
    expect(await open(people.ada)).toBe(404);
    expect(await open(people.mo)).toBe(200);
    await decide(people.mo, id, "unhide");
    expect(await open(people.ada)).toBe(200);
  });

  it("deletes a message", async () => {
    await decide(people.mo, filed.id, "delete", "House rules");
    const event = await ben.events.find((e) => e.type === "message.deleted" && e.data.id === message.id, "deletion");
    expect(event.data).toMatchObject({ is_deleted: true });
    expect((await people.ada.rest.get(`/api/chat/messages/${message.id}/`)).status).toBe(404);
    expect(await audited(message.id)).toEqual(["message.removed"]);
    const again = await people.mo.rest.post(`/api/admin/reports/${filed.id}/decisions/`, { action: "hide" });
    expect(again).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("warns the person, who is told at once and has to say that they have read it", async () => {
    const warnings = async () => ((await people.ben.rest.get("/api/warnings/")).body as { results: Warning[] }).results;
    await decide(people.mo, filed.id, "warn", "Mind your words");
    await ben.others.find((said) => said.name === "moderation" && said.payload.about === "warnings", "a sign to Ben");
    expect(ada.others.all.filter(({ name }) => name === "moderation")).toEqual([]);
    const [warning] = await warnings();
    expect(warning).toMatchObject({ note: "Mind your words", message: "A secret word", acknowledged_at: null });
    await decide(people.mo, filed.id, "warn", "Mind your words");
    expect(await warnings()).toHaveLength(1);
    expect((await people.ada.rest.post(`/api/warnings/${warning?.id}/acknowledge/`)).status).toBe(404);
    expect((await people.ben.rest.post(`/api/warnings/${warning?.id}/acknowledge/`)).status).toBe(200);
    expect((await warnings())[0]?.acknowledged_at).not.toBeNull();
  });

  it("silences the sender in the room until a time, and lets them write again", async () => {
    const made = await people.ada.rest.post("/api/chat/rooms/", {
      room_type: "group",
      name: "Roof",
      participant_ids: [people.ben.id],
    });
    const group = (made.body as Room).id;
    const write = (content: string) => people.ben.rest.post("/api/chat/messages/", { room: group, content });
    const said = (await write("Another secret word")).body as Message;
    const { id } = await report(people.ada, { message: said.id });
    const until = "2099-05-04T10:00:00.000000Z";
    const ask = (action: string, more: object = {}) =>
      people.mo.rest.post(`/api/admin/reports/${id}/decisions/`, { action, ...more });
    const done = (await ask("silence", { until, note: "For now" })).body as ReportWithContext;
    expect(done).toMatchObject({
      status: "closed",
      message: { silenced_until: until, sender_place: "participant" },
      decisions: [{ action: "silence", until, note: "For now", actor: { username: "mo" } }],
    });
    for (const listener of [ada, ben]) {
      const heard = await listener.events.find((e) => e.room === group && e.type === "participant.updated", "silence");
      expect(heard.data).toMatchObject({ user: { username: "ben" }, silenced_until: until });
    }
    expect(await write("May I?")).toMatchObject({ status: 403, body: { code: "silenced", until } });
    expect((await ask("silence", { until })).body).toEqual(done);
    expect((await people.max.rest.get(`/api/chat/messages/?room=${group}`)).status).toBe(403);

    expect((await ask("unsilence")).body).toMatchObject({ message: { silenced_until: null }, status: "closed" });
    expect((await write("Thank you")).status).toBe(201);
    expect((await ask("silence")).body).toMatchObject({
      decisions: [{}, {}, { until: expect.stringMatching(/^9999-/) as string }],
    });
    expect(await audited(group)).toEqual(["participant.silenced", "participant.unsilenced", "participant.silenced"]);

    await people.ada.rest.post(`/api/chat/rooms/${group}/archive/`);
    expect((await ask("unsilence")).status).toBe(200);
  });

  it("silences nobody between two, and no admin of the room", async () => {
    const between = await people.mo.rest.post(`/api/admin/reports/${filed.id}/decisions/`, { action: "silence" });
    expect(between).toMatchObject({ status: 409, body: { code: "conflict" } });
    const made = await people.ben.rest.post("/api/chat/rooms/", {
      room_type: "group",
      name: "Ben's own",
      participant_ids: [people.ada.id],
    });
    const said = await people.ben.rest.post("/api/chat/messages/", { room: (made.body as Room).id, content: "Mine" });
    const { id } = await report(people.ada, { message: (said.body as Message).id });
    const answer = await people.mo.rest.post(`/api/admin/reports/${id}/decisions/`, { action: "silence" });
    expect(answer).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await queue(people.mo)).map((one) => one.id)).toContain(id);
  });

  it("closes an account, whose connections end", async () => {
    const cleo = await SocketListener.connect(server.url, people.cleo.access);
    const { id } = await report(people.ada, { person: people.cleo.id });
    const done = await decide(people.mo, id, "deactivate");
    expect(done).toMatchObject({
      status: "closed",
      person: { is_active: false },
      decisions: [{ action: "deactivate" }],
    });
    await cleo.others.find((said) => said.name === "session:revoked", "the end of Cleo's session");
    expect((await people.cleo.rest.get("/api/users/me/")).status).toBe(401);
    expect((await decide(people.mo, id, "deactivate")).decisions).toHaveLength(1);
    cleo.close();
  });
});

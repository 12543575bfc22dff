import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/contract/audit";
import type { HeldWithContext } from "@/lib/contract/held";
import type { Notice } from "@/lib/contract/notice";
import type { Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { HeldStage } from "./setup/held-stage";
import type { Answer } from "./setup/rest-client";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

let server: TestServer;
let stage: HeldStage;
let people: HeldStage["people"];

const messages = "/api/chat/messages/";
const queue = "/api/admin/held/";

beforeAll(async () => {
  server = await startTestServer();
  stage = await HeldStage.set(server.url);
  ({ people } = stage);
});
afterAll(() => server.stop());

it("What is refused comes back to its writer with the reason, is kept, and cannot be let through", async () => {
  const { id } = await stage.held("Quark for nobody");
  expect((await people.mo.rest.post(`${queue}${id}/refuse/`, { reason: " " })).status).toBe(400);
  expect((await stage.refuse(id)).body).toMatchObject({
    status: "refused",
    reason: "Not here",
    decided_by: { username: "mo" },
  });
  expect((await stage.refuse(id, "Otherwise")).body).toMatchObject({ status: "refused", reason: "Not here" });
  const fields = { reason: ["refused"] };
  expect(await stage.release(id)).toMatchObject({ status: 409, body: { code: "conflict", fields } });
  expect(await stage.rowsOf("Quark for nobody")).toEqual({ held: 1, sent: 0 });
  expect((await stage.own()).find((one) => one.id === id)).toMatchObject({ status: "refused", reason: "Not here" });
  const noticed = (await people.ada.rest.get("/api/notifications/")).body as { results: Notice[] };
  expect(noticed.results.find(({ kind }) => kind === "turned_down")).toMatchObject({
    is_unread: true,
    room: { id: stage.room.id },
    message: null,
    actor: null,
    held: { preview: "Quark for nobody", reason: "Not here" },
  });
  expect((await stage.takeBack(id)).status).toBe(204);
  expect((await stage.own()).some((one) => one.id === id)).toBe(false);
  expect((await stage.get(id)).body).toMatchObject({ content: "Quark for nobody" });
});

describe("Whoever could not send it now sends nothing by a moderator's hand either", () => {
  type End = (place: Room, writer: Person, seat: string) => Promise<Answer>;
  /** The code of why, for whoever wants to say it in other words. */
  const reasons: Record<string, string> = {
    removed: "not_participant",
    silenced: "silenced",
    archived: "room_archived",
    announced: "only_admins_write",
    blocked: "blocked",
    reader: "reader",
    closed: "closed",
  };
  const ended: Record<string, End> = {
    removed: (_place, _writer, seat) => people.ben.rest.delete(seat),
    silenced: (_place, _writer, seat) => people.ben.rest.post(`${seat}silence/`, {}),
    archived: ({ id }) => people.ben.rest.post(`/api/chat/rooms/${id}/archive/`),
    announced: ({ id }) => people.ben.rest.patch(`/api/chat/rooms/${id}/`, { who_writes: "admins" }),
    blocked: (_place, { id }) => people.ben.rest.post(`/api/users/${id}/block/`),
    reader: (_place, { id }) => people.boss.rest.patch(`/api/users/${id}/`, { role: "viewer" }),
    closed: (_place, { id }) => people.boss.rest.patch(`/api/users/${id}/`, { is_active: false }),
  };
  it.each(Object.entries(ended))("%s", async (name, end) => {
    const { [name]: writer } = await cast(server.url, { [name]: "staff" });
    if (!writer) throw new Error("Nobody came.");
    const kind = name === "blocked" ? "direct" : "group";
    const body = { room_type: kind, participant_ids: [writer.id] };
    const place = (await people.ben.rest.post("/api/chat/rooms/", body)).body as Room;
    const content = `Quark of one who is ${name}`;
    const answer = await writer.rest.post(messages, { room: place.id, content });
    expect(answer).toMatchObject({ status: 422, body: { code: "filter_held" } });
    const { id = "" } = (await stage.waiting()).find((one) => one.content === content) ?? {};
    const seat = place.participants.find(({ user }) => user.id === writer.id)?.id;
    expect((await end(place, writer, `/api/chat/participants/${seat}/`)).status).toBeLessThan(300);
    const refused = await stage.release(id);
    const reason = [reasons[name]];
    expect(refused).toMatchObject({ status: 409, body: { code: "conflict", fields: { reason } } });
    expect((refused.body as { detail: string }).detail).toMatch(/^It cannot be sent now: .+ It stays here/);
    expect((await stage.waiting()).find((one) => one.id === id)).toMatchObject({ status: "waiting", content });
    expect(await stage.rowsOf(content)).toEqual({ held: 1, sent: 0 });
    expect((await stage.refuse(id)).status).toBe(200);
  });

  it("and nothing is held for whoever may not write there at all", async () => {
    const { outside } = await cast(server.url, { outside: "staff" });
    const answer = await outside.rest.post(messages, { room: stage.room.id, content: "Quark from outside" });
    expect(answer).toMatchObject({ status: 403, body: { code: "not_participant" } });
    expect(await stage.post("Quark in reply", { reply_to: randomUUID() })).toMatchObject({ status: 400 });
    expect(await stage.rowsOf("Quark from outside")).toEqual({ held: 0, sent: 0 });
  });
});

it("Moderators see five messages before it, decide about nobody above and not about themselves, and all is on record", async () => {
  const place = await stage.freshRoom();
  for (let n = 1; n <= 7; n++) await stage.post(`Said ${n}`, { room: place.id });
  const { id } = await stage.held("Quark after seven", { room: place.id });
  await stage.post("Said later", { room: place.id });
  const seen = (await stage.get(id)).body as HeldWithContext;
  expect(seen.context.map(({ content }) => content)).toEqual([3, 4, 5, 6, 7].map((n) => `Said ${n}`));

  for (const path of ["", `${id}/`]) expect((await people.ben.rest.get(queue + path)).status).toBe(403);
  expect((await stage.release(id, people.ben)).status).toBe(403);
  const house = { room_type: "group", participant_ids: [people.mo.id] };
  const { id: there } = (await people.boss.rest.post("/api/chat/rooms/", house)).body as Room;
  for (const by of [people.mo, people.boss]) {
    await by.rest.post(messages, { room: there, content: `Quark by ${by.username}` });
    const one = (await stage.own(by))[0];
    expect((await stage.waiting()).some((other) => other.id === one?.id)).toBe(false);
    for (const answer of [await stage.get(one?.id ?? ""), await stage.release(one?.id ?? "")]) {
      expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  }
  await stage.release(id);
  const other = await stage.held("Quark that stays out", { room: place.id });
  await stage.refuse(other.id);
  const lines = async (action: string) =>
    ((await people.boss.rest.get(`/api/admin/audit/?action=${action}`)).body as { results: AuditEntry[] }).results;
  expect((await lines("message.released")).filter(({ details }) => details.held === id)).toMatchObject([
    { actor: "mo", details: { person: people.ada.id, room: place.id } },
  ]);
  expect((await lines("message.turned_down")).filter(({ details }) => details.held === other.id)).toMatchObject([
    { actor: "mo", target_id: String(people.ada.id) },
  ]);
});

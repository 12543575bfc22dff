import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/db/database";
import { cast, type Person } from "@/e2e/setup/cast";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { AuditEntry } from "@/lib/contract/audit";
import type { Me, Message, Room } from "@/lib/contract/shapes";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";

await useTestDatabase();

/** The audit log tells who did what to whom from where, and that nobody has touched it. */
let server: TestServer;
let people: Record<"ada" | "ben" | "sue", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", sue: "superuser" });
});
afterAll(() => server.stop());

const db = () => database().db;
const entries = async (query = "") =>
  ((await people.sue.rest.get(`/api/admin/audit/${query}`)).body as { results: AuditEntry[] }).results;

it("records what was done to people and rooms, with its doer and address, and nothing of what was refused", async () => {
  const { sue, ada, ben } = people;
  const made = await sue.rest.post("/api/users/", { username: "eve", password: "a long enough password" });
  const eve = (made.body as Me).id;
  await sue.rest.patch(`/api/users/${eve}/`, { role: "viewer" });
  await sue.rest.patch(`/api/users/${eve}/`, { password: "another long password" });
  await sue.rest.patch(`/api/users/${eve}/`, { is_active: false });
  expect((await ada.rest.patch(`/api/users/${eve}/`, { is_active: true })).status).toBe(403);
  expect((await sue.rest.post("/api/users/", { username: "eve", password: "a long enough password" })).status).toBe(
    409,
  );
  expect(await entries(`?target_type=person&target_id=${eve}`)).toMatchObject([
    { action: "person.deactivated" },
    { action: "person.password_set" },
    { action: "person.changed", details: { role: ["staff", "viewer"] } },
    { action: "person.created", actor: "sue", actor_id: sue.id, address: "127.0.0.1", details: { username: "eve" } },
  ]);
  const room = (
    await ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "A group", participant_ids: [ben.id] })
  ).body as Room;
  const message = (await ben.rest.post("/api/chat/messages/", { room: room.id, content: "A secret word" }))
    .body as Message;
  await ada.rest.delete(`/api/chat/messages/${message.id}/`);
  const his = room.participants.find(({ user }) => user.id === ben.id)?.id ?? 0;
  await ada.rest.delete(`/api/chat/participants/${his}/`);
  await ada.rest.post(`/api/chat/rooms/${room.id}/archive/`);
  await ada.rest.post(`/api/chat/rooms/${room.id}/archive/`);
  const byAda = await entries(`?actor=${ada.id}`);
  expect(byAda.map(({ action }) => action)).toEqual(["room.archived", "participant.removed", "message.removed"]);
  expect(byAda[1]?.details).toMatchObject({ person: ben.id });
  expect(JSON.stringify(await entries())).not.toMatch(/secret word|long password|enough password/);
  expect(await entries("?action=message.removed")).toHaveLength(1);
  for (const who of [ada, ben]) expect((await who.rest.get("/api/admin/audit/")).status).toBe(403);
});

it("names whom and what its lines are about, and no chat between two", async () => {
  const { sue, ada, ben } = people;
  const [removed, , gone] = (await entries(`?actor=${ada.id}`)).toReversed();
  expect(removed).toMatchObject({ action: "message.removed", actor_name: "Ada Test", person_name: "Ben Test" });
  expect(removed?.room).toMatchObject({ name: "A group", room_type: "group" });
  expect(gone).toMatchObject({ action: "room.archived", person_name: null, room: { name: "A group" } });
  const two = (await ada.rest.post("/api/chat/rooms/", { participant_ids: [ben.id] })).body as Room;
  const said = (await ben.rest.post("/api/chat/messages/", { room: two.id, content: "Between us" })).body as Message;
  const report = (await ada.rest.post("/api/reports/", { message: said.id, reason: "other", note: "" })).body as {
    id: string;
  };
  await sue.rest.post(`/api/admin/reports/${report.id}/decisions/`, { action: "hide" });
  const [hidden] = await entries("?action=message.hidden");
  expect(hidden).toMatchObject({ actor_name: "Sue Test", person_name: "Ben Test", room: { room_type: "direct" } });
  expect(hidden?.room?.name).not.toMatch(/Ada|Ben/);
  const task = (await sue.rest.post("/api/tasks/", { title: "Mow the lawn" })).body as { id: number };
  await sue.rest.delete(`/api/tasks/${task.id}/`);
  expect(await entries("?action=task.deleted")).toMatchObject([{ target_name: "Mow the lawn", room: null }]);
  const made = await sue.rest.post("/api/admin/invites/", { role: "staff", label: "Summer", max_uses: 1, hours: 24 });
  const join = { code: (made.body as { code: string }).code, username: "kim", password: "a long enough password" };
  expect((await ada.rest.post("/api/codes/join/", { ...join, first_name: "Kim", last_name: "Lee" })).status).toBe(201);
  expect(await entries("?action=person.joined")).toMatchObject([
    { person_name: "Kim Lee", names: { invited_by: "Sue Test" } },
  ]);
});

it("is only ever added to", async () => {
  for (const statement of [
    sql`update audit_log set actor = 'nobody'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
  ]) {
    await expect(db().execute(statement)).rejects.toMatchObject({
      cause: { message: "the audit log is append-only" },
    });
  }
  expect(await verifyAudit()).toMatchObject({ faults: [] });
});

/** What somebody with the database's own password could do, undone afterwards. */
async function tampered(...statements: ReturnType<typeof sql>[]): Promise<string[]> {
  await db().execute(sql`create table kept_log as table audit_log`);
  await db().execute(sql`alter table audit_log disable trigger user`);
  for (const statement of statements) await db().execute(statement);
  const { faults } = await verifyAudit();
  await db().execute(sql`delete from audit_log`);
  await db().execute(sql`insert into audit_log select * from kept_log`);
  await db().execute(sql`alter table audit_log enable trigger user`);
  await db().execute(sql`drop table kept_log`);
  expect((await verifyAudit()).faults).toEqual([]);
  return faults;
}

it("names the row that was changed, removed, added or moved by whoever has the database", async () => {
  const { end, rows } = await verifyAudit();
  expect(rows).toBeGreaterThan(5);
  expect(end).toMatch(new RegExp(`^${rows}:[0-9a-f]{64}$`));
  const changed = "was changed, or stands where it was not written";
  expect(await tampered(sql`update audit_log set actor = 'nobody' where id = 3`)).toEqual([`row 3 ${changed}`]);
  expect(await tampered(sql`update audit_log set at = at - interval '1 hour' where id = 2`)).toEqual([
    `row 2 ${changed}`,
  ]);
  expect(await tampered(sql`delete from audit_log where id = 4`)).toEqual(["row 4 is missing"]);
  expect(await tampered(sql`delete from audit_log where id in (2, 3)`)).toEqual(["rows 2 to 3 are missing"]);
  expect(await tampered(sql`delete from audit_log where id = ${rows}`)).toEqual([`row ${rows} is missing at the end`]);
  const swapped = await tampered(
    sql`update audit_log set id = -1 where id = 2`,
    sql`update audit_log set id = 2 where id = 4`,
    sql`update audit_log set id = 4 where id = -1`,
  );
  expect(swapped).toEqual(expect.arrayContaining([`row 2 ${changed}`, `row 4 ${changed}`]));
  const added = await tampered(
    sql`insert into audit_log select ${rows} + 1, at, actor_id, actor, action, target_type, target_id, details, address, hash from audit_log where id = 1`,
  );
  expect(added).toContain(`row ${rows + 1} is not written by the log itself`);
});

it("tells from an end that was kept elsewhere that the whole chain was written anew", async () => {
  const { end } = await verifyAudit();
  expect((await verifyAudit(end)).faults).toEqual([]);
  const forged = `${end.split(":")[0] ?? ""}:${"0".repeat(64)}`;
  expect((await verifyAudit(forged)).faults).toEqual([expect.stringContaining("the log was written anew")]);
});

it("keeps one chain when many write at once", async () => {
  const { rows } = await verifyAudit();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => people.sue.rest.patch(`/api/users/${people.ben.id}/`, { first_name: `B${i}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await verifyAudit()).toMatchObject({ faults: [], rows: rows + 8 });
});

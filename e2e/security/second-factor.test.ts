import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/db/database";
import { Authenticator } from "@/e2e/setup/authenticator";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused } from "@/e2e/setup/contract-client";
import { SocketListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";
import type { AuditEntry } from "@/lib/contract/audit";
import type { Session } from "@/lib/contract/session";
import { log } from "@/lib/log/log";

await useTestDatabase();

/** A code of an app beside the password, on every way in; whoever knows the password alone stays out. */
let server: TestServer;
let people: Record<"ada" | "ben" | "mona" | "max" | "sue", Person>;
const password = "a long enough password";
const path = "/api/users/me/second-factor/";
const logged: unknown[] = [];

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", mona: "manager", max: "manager", sue: "superuser" });
});
afterAll(() => server.stop());
beforeEach(() => {
  for (const level of ["error", "warn", "info", "debug", "trace"] as const) {
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(said));
  }
});
afterEach(() => {
  config().RATE_LIMITS = "off";
  config().TRUSTED_PROXIES = [];
});

const nobody = () => new RestClient(server.url);
const signIn = (username: string, more: object = {}, from?: string) =>
  nobody().post("/api/token/", { username, password, ...more }, from === undefined ? {} : { "x-forwarded-for": from });
/** As after a minute in which nobody signed in: the code that the app shows was not used yet. */
const aMinuteLater = (person: Person) =>
  database().db.execute(sql`update second_factors set last_step = null where user_id = ${person.id}`);
const auditOf = async (person: Person) => {
  const answer = await people.sue.rest.get(`/api/admin/audit/?target_type=person&target_id=${person.id}`);
  return (answer.body as { results: AuditEntry[] }).results;
};

/** Somebody of this test alone, signed in, with an app. */
let made = 0;
async function enrolled(role: "staff" | "manager" | "superuser" = "staff") {
  const name = `eve${++made}`;
  const person = (await cast(server.url, { [name]: role }))[name] as Person;
  return { name, person, app: await Authenticator.enrol(person.rest, password) };
}

it("is on once the app has proved itself, and from then on a code is asked for on each device, once each", async () => {
  const { ada } = people;
  const begun = (await ada.rest.post(path, { current_password: password })).body as { secret: string; uri: string };
  const app = Authenticator.read(begun.uri);
  expect(app.secret.base32).toBe(begun.secret);
  expectRefused(await ada.rest.post(`${path}confirm/`, { otp: app.code(5) }), 400, "invalid_input", "otp");
  expect((await signIn("ada")).status, "not confirmed, not asked for").toBe(200);
  const first = app.code();
  const confirmed = await ada.rest.post(`${path}confirm/`, { otp: first });
  expect((confirmed.body as { recovery_codes: string[] }).recovery_codes).toHaveLength(10);
  expect((await ada.rest.get(path)).body).toMatchObject({ enabled: true, recovery_codes_left: 10 });

  expectRefused(await signIn("ada"), 401, "otp_required");
  expectRefused(await signIn("ada@example.com"), 401, "otp_required");
  for (const wrong of ["000000x", "no code", app.code(-4), app.code(4), first]) {
    expectRefused(await signIn("ada", { otp: wrong }), 401, "otp_wrong");
  }
  const next = app.code(1);
  expectRefused(await signIn("ada", { password: "wrong", otp: next }), 401, "bad_credentials");
  const phone = await signIn("ada", { otp: next });
  expect(phone.status, "a wrong password has not used the code up").toBe(200);
  expectRefused(await signIn("ada", { otp: next }), 401, "otp_wrong");
  expectRefused(await signIn("ada", { otp: app.code() }), 401, "otp_wrong");
  await aMinuteLater(ada);
  const typed = app.code().replace(/^.../, " $& ");
  const tablet = await signIn("ada", { otp: typed });
  expect(tablet.status).toBe(200);
  for (const { body } of [phone, tablet]) {
    const device = new RestClient(server.url, (body as { access: string }).access);
    expect((await device.get("/api/users/me/")).status).toBe(200);
  }
  // Who has none is not asked, and may send one.
  expect((await signIn("ben", { otp: "123456" })).status).toBe(200);
});

it("lets one of two devices in that give the same code at once", async () => {
  const { name, app, person } = await enrolled();
  for (const otp of [app.code(1), app.recoveryCodes[3] ?? ""]) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(name, { otp })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await aMinuteLater(person);
  }
});

it("takes each recovery code once, however it is typed, until there are new ones", async () => {
  const { name, app, person } = await enrolled();
  const [one = "", two = "", three = ""] = app.recoveryCodes;
  expect((await signIn(name, { otp: one.toLowerCase().replaceAll("-", " ") })).status).toBe(200);
  expectRefused(await signIn(name, { otp: one }), 401, "otp_wrong");
  expectRefused(await signIn("mona", { otp: two, password: "wrong" }), 401, "bad_credentials");
  expect((await person.rest.get(path)).body).toMatchObject({ recovery_codes_left: 9 });
  expect(await auditOf(person)).toMatchObject([
    { action: "person.recovery_code_used", actor: name, address: "127.0.0.1", details: { left: 9 } },
    { action: "person.second_factor_on" },
  ]);
  const renewed = await person.rest.post(`${path}recovery-codes/`, { current_password: password, otp: two });
  const fresh = (renewed.body as { recovery_codes: string[] }).recovery_codes;
  expectRefused(await signIn(name, { otp: three }), 401, "otp_wrong");
  expect((await signIn(name, { otp: fresh[0] })).status).toBe(200);
  // Another person's code is nobody else's.
  const other = await enrolled();
  for (const otp of [fresh[1], app.code(1)]) expectRefused(await signIn(other.name, { otp }), 401, "otp_wrong");
});

it("is asked for in the browser too, whose session is listed and ends like every other", async () => {
  const { name, app, person } = await enrolled();
  const provider = nextAuthOptions(new Headers()).providers.find(({ id }) => id === "credentials") as unknown as {
    authorize(given: object, request: object): Promise<{ sid: string } | null>;
  };
  const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0", "x-forwarded-for": "192.0.2.7" };
  const enter = (given: object) => provider.authorize({ username: name, password, ...given }, { headers });
  await expect(enter({})).rejects.toThrow(/^otp_required$/);
  await expect(enter({ otp: "" })).rejects.toThrow(/^otp_required$/);
  await expect(enter({ otp: "111" })).rejects.toThrow(/^otp_wrong$/);
  expect(await enter({ password: "wrong", otp: app.code(1) })).toBeNull();
  const opened = await enter({ otp: app.code(1) });
  await expect(enter({ otp: app.code(1) })).rejects.toThrow(/^otp_wrong$/);
  const listed = async () => (await person.rest.get("/api/users/me/sessions/")).body as { results: Session[] };
  expect((await listed()).results.find(({ id }) => id === opened?.sid)).toMatchObject({
    kind: "browser",
    address: "192.0.2.7",
  });
  expect((await person.rest.delete(`/api/users/me/sessions/${opened?.sid}/`)).status).toBe(204);
  expect((await listed()).results.map(({ id }) => id)).not.toContain(opened?.sid);
});

it("guards the password and itself from whoever finds an open device, also one that knows the password", async () => {
  const { name, app, person } = await enrolled("superuser");
  const proof = { current_password: password };
  const asks = [
    () => person.rest.post("/api/users/me/password/", { ...proof, password: "quite another password" }),
    () => person.rest.call("DELETE", path, proof),
    () => person.rest.post(`${path}recovery-codes/`, proof),
  ];
  for (const ask of asks) expectRefused(await ask(), 400, "invalid_input", "otp");
  expectRefused(await person.rest.call("DELETE", path, { ...proof, otp: "12" }), 400, "invalid_input", "otp");
  // Nor by the door through which managers set others' passwords.
  const own = `/api/users/${person.id}/`;
  expectRefused(await person.rest.patch(own, { password: "quite another password" }), 403, "forbidden");
  expectRefused(await person.rest.post(`${own}password-link/`), 403, "forbidden");
  expectRefused(await person.rest.delete(`${own}second-factor/`), 403, "forbidden");
  const change = { ...proof, password: "quite another password", otp: app.code(1) };
  expect((await person.rest.post("/api/users/me/password/", change)).status).toBe(204);
  await aMinuteLater(person);
  const off = { current_password: change.password, otp: app.code() };
  expectRefused(await person.rest.call("DELETE", path, { ...off, current_password: "wrong" }), 400, "invalid_input", "current_password"); // prettier-ignore
  expect((await person.rest.call("DELETE", path, off)).status).toBe(204);
  expect((await signIn(name, { password: change.password })).status).toBe(200);
  expect((await auditOf(person)).slice(0, 2)).toMatchObject([
    { action: "person.second_factor_off" },
    { action: "person.password_changed" },
  ]);
});

it("is taken away by managers from those not above them, who are signed out at once", async () => {
  const { mona, ben, max } = people;
  const { name, app, person } = await enrolled();
  const of = (id: number) => `/api/users/${id}/second-factor/`;
  expectRefused(await ben.rest.delete(of(person.id)), 403, "forbidden");
  const above = await enrolled("superuser");
  expectRefused(await mona.rest.delete(of(above.person.id)), 403, "forbidden");
  expectRefused(await signIn(above.name), 401, "otp_required");
  const accounts = await mona.rest.get(`/api/admin/people/?search=${name}`);
  expect(accounts.body).toMatchObject({ results: [{ username: name, has_second_factor: true }] });
  const phone = (await signIn(name, { otp: app.code(1) })).body as { access: string };
  const socket = await SocketListener.connect(server.url, phone.access);
  expect((await mona.rest.delete(of(person.id))).status).toBe(204);
  await socket.others.find((one) => one.name === "session:revoked", "session:revoked");
  expectRefused(await person.rest.get("/api/users/me/"), 401, "unauthorized");
  expect((await signIn(name)).status).toBe(200);
  expect((await mona.rest.delete(of(max.id))).status, "who has none loses nothing").toBe(204);
  expect(await auditOf(person)).toMatchObject([
    { action: "person.second_factor_reset", actor: "mona" },
    { action: "person.second_factor_on" },
  ]);
  expect((await max.rest.get("/api/users/me/")).status).toBe(200);
});

it("lets nobody guess codes from many addresses, and nobody without the password keep its owner out", async () => {
  config().RATE_LIMITS = "on";
  config().TRUSTED_PROXIES = ["127.0.0.1"];
  const { name, app } = await enrolled();
  for (let n = 0; n < 15; n++) {
    const guess = await signIn(name, { password: "a guess", otp: "123456" }, `198.51.100.${n}`);
    expectRefused(guess, 401, "bad_credentials");
  }
  expect((await signIn(name, { otp: app.code(1) }, "203.0.113.1")).status).toBe(200);
  for (let n = 0; n < 10; n++) {
    expectRefused(await signIn(name, { otp: `1234-${n}` }, `192.0.2.${n}`), 401, "otp_wrong");
  }
  const [written] = app.recoveryCodes;
  const last = await signIn(name, { otp: written }, "192.0.2.200");
  expectRefused(last, 429, "rate_limited");
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(60);
});

it("leaves its secret and codes in no table, no audit log and no log line", async () => {
  const { name, app, person } = await enrolled();
  const otp = app.code(1);
  for (const given of [otp, otp, app.recoveryCodes[0]]) await signIn(name, { otp: given });
  await person.rest.post("/api/users/me/password/", { current_password: password, password: "x".repeat(9), otp: "9" });
  const { base32, hex } = app.secret;
  const secrets = [
    base32,
    hex.toLowerCase(),
    otp,
    ...app.recoveryCodes,
    ...app.recoveryCodes.map((one) => one.replaceAll("-", "")),
  ];
  const [row] = await database().db.execute<{ all: string }>(sql`
    select (select string_agg(t::text, ' ') from second_factors t) || (select string_agg(t::text, ' ') from recovery_codes t)
      || (select string_agg(t::text, ' ') from audit_log t) as all`);
  const kept = `${row?.all} ${JSON.stringify(logged)}`;
  expect(kept.length).toBeGreaterThan(1000);
  for (const secret of [...secrets, password]) expect(kept).not.toContain(secret);
});

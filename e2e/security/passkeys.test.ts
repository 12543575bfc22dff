import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/db/database";
import { Authenticator } from "@/e2e/setup/authenticator";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused } from "@/e2e/setup/contract-client";
import { RestClient } from "@/e2e/setup/rest-client";
import { SoftPasskey } from "@/e2e/setup/soft-passkey";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";
import type { AuditEntry } from "@/lib/contract/audit";
import type { NewPasskeyOptions, Passkey, PasskeySignInOptions } from "@/lib/contract/passkey";
import type { Session } from "@/lib/contract/session";

await useTestDatabase();

/** A passkey is made by the owner of an account for this house alone, and lets its holder in once for each time it is asked. */
let server: TestServer;
let people: Record<"ada" | "ben" | "mona" | "sue", Person>;
const password = "a long enough password";
const path = "/api/users/me/passkeys/";
const evil = "https://evil.example";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", mona: "manager", sue: "superuser" });
});
afterAll(() => server.stop());

const newSoft = () => new SoftPasskey(config().APP_URL);
const asked = async () =>
  (await new RestClient(server.url).post("/api/passkeys/options/")).body as PasskeySignInOptions;
const begin = async ({ rest }: Person, more: object = {}) =>
  (await rest.post(`${path}options/`, { current_password: password, ...more })).body as NewPasskeyOptions;

async function holderOf(person: Person, name = "A key"): Promise<{ soft: SoftPasskey; kept: Passkey }> {
  const soft = newSoft();
  const added = await person.rest.post(path, { name, ...soft.make(await begin(person)) });
  expect(added.status).toBe(201);
  return { soft, kept: added.body as Passkey };
}

/** What the browser posts to its door; null when it stays shut. */
function enter(answer: object): Promise<{ id: string; sid: string } | null> {
  const door = nextAuthOptions(new Headers()).providers.find(({ id }) => id === "passkey") as unknown as {
    authorize(given: object, request: object): Promise<{ id: string; sid: string } | null>;
  };
  return door.authorize(answer, { headers: { "user-agent": "Chrome/126.0.0.0", "x-forwarded-for": "192.0.2.9" } });
}

const sessionsOf = async ({ rest }: Person) =>
  ((await rest.get("/api/users/me/sessions/")).body as { results: Session[] }).results;

it("lets its holder in without name and password; the session is listed and ends like every other", async () => {
  const { ada } = people;
  const { soft, kept } = await holderOf(ada, "My phone");
  expect(kept).toMatchObject({ name: "My phone", last_used_at: null });
  const opened = await enter(soft.answer(await asked()));
  expect(opened).toMatchObject({ id: String(ada.id) });
  const session = (await sessionsOf(ada)).find(({ id }) => id === opened?.sid);
  expect(session).toMatchObject({ kind: "browser", address: "192.0.2.9" });
  const listed = (await ada.rest.get(path)).body as { results: Passkey[] };
  expect(listed.results).toMatchObject([{ id: kept.id, last_used_at: expect.any(String) as string }]);
  expect((await ada.rest.delete(`/api/users/me/sessions/${opened?.sid}/`)).status).toBe(204);
  expect((await sessionsOf(ada)).map(({ id }) => id)).not.toContain(opened?.sid);

  expectRefused(await people.ben.rest.delete(`${path}${kept.id}/`), 404, "not_found");
  expect((await people.ben.rest.get(path)).body).toEqual({ results: [] });
  expect((await ada.rest.delete(`${path}${kept.id}/`)).status).toBe(204);
  expect(await enter(soft.answer(await asked()))).toBeNull();
  const log = await people.sue.rest.get(`/api/admin/audit/?target_type=person&target_id=${ada.id}`);
  expect((log.body as { results: AuditEntry[] }).results).toMatchObject([
    { action: "person.passkey_removed", actor: "ada", details: { name: "My phone" } },
    { action: "person.passkey_added", actor: "ada", address: "127.0.0.1", details: { name: "My phone" } },
  ]);
});

it("is let in once for each challenge, in time, and for no challenge of anybody else's making", async () => {
  const { soft } = await holderOf(people.ada);
  const options = await asked();
  const answer = soft.answer(options);
  const both = await Promise.all([enter(answer), enter(answer)]);
  expect(both.filter((one) => one !== null)).toHaveLength(1);
  expect(await enter(answer), "replayed").toBeNull();
  expect(await enter(soft.answer(options)), "signed anew").toBeNull();
  expect(await enter(soft.answer({ ...options, challenge: "c29tZXRoaW5nIGVsc2U" })), "never asked").toBeNull();
  const { challenge } = await begin(people.ada);
  expect(await enter(soft.answer({ ...options, challenge })), "asked for a new passkey").toBeNull();
  const late = await asked();
  await database().db.execute(sql`update passkey_challenges set expires_at = clock_timestamp()`);
  expect(await enter(soft.answer(late)), "too late").toBeNull();
  // A wrong answer is an answer: nobody tries twice.
  const spoilt = await asked();
  expect(await enter({ ...soft.answer(spoilt), signature: "AAAA" })).toBeNull();
  expect(await enter(soft.answer(spoilt))).toBeNull();
  expect(await enter(soft.answer(await asked()))).not.toBeNull();
});

it.each<[string, Parameters<SoftPasskey["answer"]>[1]]>([
  ["signed on another site's page", { origin: evil }],
  ["signed on our name over another line", { origin: "https://localhost:3000" }],
  ["signed for another site", { rpId: "evil.example" }],
  ["whose holder was not verified", { verified: false }],
  ["that counts as if it were a copy", { counter: 1 }],
  ["in the name of somebody else", { userHandle: Buffer.from("person 2").toString("base64url") }],
])("an answer %s opens nothing", async (_, wrong) => {
  const { soft } = await holderOf(people.mona);
  expect(await enter(soft.answer(await asked()))).not.toBeNull();
  expect(await enter(soft.answer(await asked(), wrong))).toBeNull();
});

it("is made by the owner alone, for what was asked, once", async () => {
  const { ben, ada } = people;
  expectRefused(await ben.rest.post(`${path}options/`, { current_password: "wrong" }), 400, "invalid_input", "current_password"); // prettier-ignore
  const options = await begin(ben);
  const add = (by: Person, made: object) => by.rest.post(path, { name: "K", ...made });
  for (const wrong of [{ origin: evil }, { rpId: "evil.example" }, { verified: false }]) {
    const made = newSoft().make(await begin(ben), wrong);
    expectRefused(await add(ben, made), 400, "invalid_input", "attestation");
  }
  const soft = newSoft();
  const made = soft.make(options);
  expectRefused(await add(ada, made), 400, "invalid_input", "attestation");
  expectRefused(await add(ben, made), 400, "invalid_input", "attestation");
  expect((await add(ben, soft.make(await begin(ben)))).status).toBe(201);
  expectRefused(await add(ben, soft.make(await begin(ben))), 409, "conflict");
  // What another person's authenticator holds already is not theirs too.
  expectRefused(await add(ada, soft.make(await begin(ada))), 409, "conflict");
});

it("is both factors in one, and goes with them when a manager takes them away; a closed account it does not open", async () => {
  const { eve } = await cast(server.url, { eve: "staff" });
  const app = await Authenticator.enrol(eve.rest, password);
  expectRefused(await eve.rest.post(`${path}options/`, { current_password: password }), 400, "invalid_input", "otp");
  const soft = newSoft();
  const options = await begin(eve, { otp: app.code(1) });
  expect((await eve.rest.post(path, { name: "K", ...soft.make(options) })).status).toBe(201);
  expect(await enter(soft.answer(await asked()))).toMatchObject({ id: String(eve.id) });
  const account = `/api/users/${eve.id}/`;
  await people.mona.rest.patch(account, { is_active: false });
  expect(await enter(soft.answer(await asked()))).toBeNull();
  await people.mona.rest.patch(account, { is_active: true });
  expect(await enter(soft.answer(await asked()))).not.toBeNull();
  expect((await people.mona.rest.delete(`${account}second-factor/`)).status).toBe(204);
  expect(await enter(soft.answer(await asked()))).toBeNull();
  const accounts = await people.mona.rest.get("/api/admin/people/?search=eve");
  expect(accounts.body).toMatchObject({ results: [{ has_second_factor: false, passkey_count: 0, device_count: 0 }] });
});

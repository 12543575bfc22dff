import type * as Argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { RestClient } from "@/e2e/setup/rest-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import type { MadeCode } from "@/lib/contract/invites";
import type { Me } from "@/lib/contract/shapes";

/** The work that takes its time; all else of a refusal is one question to the database. */
const work = vi.hoisted(() => ({ hashed: 0, verified: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof Argon2>();
  return {
    ...argon2,
    hash: (...given: Parameters<typeof argon2.hash>) => ((work.hashed += 1), argon2.hash(...given)),
    verify: (...given: Parameters<typeof argon2.verify>) => ((work.verified += 1), argon2.verify(...given)),
  };
});

await useTestDatabase();

/** Whether there is such a person or such a code shows neither in an answer nor in the time that it takes. */
let server: TestServer;
let people: Record<"max" | "ada" | "gone", Person>;
let nobody: RestClient;
const password = "a long enough password";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { max: "manager", ada: "staff", gone: "staff" });
  nobody = new RestClient(server.url);
  await people.max.rest.patch(`/api/users/${people.gone.id}/`, { is_active: false });
  expect((await people.max.rest.post("/api/users/", { username: "fresh", password: null })).status).toBe(201);
  // What stands in for the password of somebody unknown is made at the first need of it.
  await nobody.post("/api/token/", { username: "nobody", password });
});
afterAll(() => server.stop());
beforeEach(() => Object.assign(work, { hashed: 0, verified: 0 }));

/** What can be told from a refusal: its words and its headers, but not the number of the request. */
async function refused(path: string, body: object) {
  const { status, body: said, headers } = await nobody.post(path, body);
  const { request_id: _, ...words } = said as Record<string, unknown>;
  const names = [...headers.keys()].sort();
  return { status, words, names, length: headers.get("content-length"), work: { ...work } };
}

const names = [
  ["somebody's, with a wrong password", "ada"],
  ["somebody's e-mail address", "ada@example.com"],
  ["nobody's", "adam"],
  ["nobody's e-mail address", "adam@example.com"],
  ["an account's that is closed", "gone"],
  ["somebody's who has no password yet", "fresh"],
] as const;

it.each(names)("signing in with a name that is %s costs one look at a password", async (_, username) => {
  const answer = await refused("/api/token/", { username, password: "a wrong password" });
  expect(answer).toMatchObject({ status: 401, words: { code: "bad_credentials" }, work: { hashed: 0, verified: 1 } });
  Object.assign(work, { hashed: 0, verified: 0 });
  expect(answer).toEqual(await refused("/api/token/", { username: "nobody", password: "a wrong password" }));
});

it("the right password of a closed account is refused like a wrong one", async () => {
  const right = await refused("/api/token/", { username: "gone", password });
  Object.assign(work, { hashed: 0, verified: 0 });
  expect(right).toEqual(await refused("/api/token/", { username: "gone", password: "a wrong password" }));
});

it.each(names)("in a browser too: %s", async (_, username) => {
  const provider = nextAuthOptions(new Headers()).providers.find(({ id }) => id === "credentials") as unknown as {
    authorize: (given: object, request: object) => Promise<unknown>;
  };
  const request = { headers: { "x-forwarded-for": "192.0.2.1" } };
  expect(await provider.authorize({ username, password: "a wrong password" }, request)).toBeNull();
  expect(work).toEqual({ hashed: 0, verified: 1 });
});

it("a code that is spent, taken back, of the other kind or unknown is one refusal, and costs no hash", async () => {
  const invitation = async (body: object = {}) =>
    (await people.max.rest.post("/api/admin/invites/", body)).body as MadeCode & { invite: { id: string } };
  const link = async () => {
    const made = await people.max.rest.post("/api/users/", { username: `n${Math.random()}`, password: null });
    return (await people.max.rest.post(`/api/users/${(made.body as Me).id}/password-link/`)).body as MadeCode;
  };
  const [spent, back, used, other] = [
    await invitation({ max_uses: 1 }),
    await invitation(),
    await link(),
    await link(),
  ];
  const joins = (code: string) => ({ code, username: `j${Math.random()}`, password: "another long password" });
  expect((await nobody.post("/api/codes/join/", joins(spent.code))).status).toBe(201);
  await people.max.rest.delete(`/api/admin/invites/${back.invite.id}/`);
  const set = { code: used.code, password: "another long password" };
  expect((await nobody.post("/api/codes/password/", set)).status).toBe(200);

  const unknown = "ABCD-EFGH-JKMN";
  const bad: [string, string[], (code: string) => object][] = [
    ["/api/codes/open/", [spent.code, back.code, used.code], (code) => ({ code })],
    ["/api/codes/join/", [spent.code, back.code, other.code], joins],
    ["/api/codes/password/", [used.code, spent.code, back.code], (code) => ({ code, password: "another long one" })],
  ];
  for (const [path, codes, body] of bad) {
    Object.assign(work, { hashed: 0, verified: 0 });
    const missing = await refused(path, body(unknown));
    expect(missing, path).toMatchObject({
      status: 404,
      words: { code: "not_found" },
      work: { hashed: 0, verified: 0 },
    });
    for (const code of codes) expect(await refused(path, body(code)), `${path} ${code}`).toEqual(missing);
  }
});

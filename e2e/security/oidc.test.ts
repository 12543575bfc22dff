import http from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startAuthServer } from "@/e2e/setup/auth-server";
import { cast, type Person } from "@/e2e/setup/cast";
import { OidcServer, type OidcPerson } from "@/e2e/setup/oidc-server";
import { TestBrowser } from "@/e2e/setup/test-browser";
import { useTestDatabase } from "@/e2e/setup/test-database";
import type { TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import type { Session } from "@/lib/contract/session";
import { listen } from "@/lib/server/listen";

await useTestDatabase();
const { database } = await import("@/db/database");
const { users } = await import("@/db/schema/users");
const { identities } = await import("@/db/schema/identities");

/** People come in by the company's own sign-in, when the provider vouches for who they are, and into no other account. */
let server: TestServer;
let provider: OidcServer;
let telling: OidcServer;
let people: Record<"ada" | "ben" | "cleo" | "dora" | "eve" | "mona", Person>;

const use = ({ issuer, client }: OidcServer, allowedDomains: string[] = []) => {
  config().OIDC = { issuer, clientId: client.id, clientSecret: client.secret, name: "House login", allowedDomains };
};

beforeAll(async () => {
  // The provider of the suite has much to say about not being in production.
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  server = await startAuthServer();
  const callback = `${server.url}/api/auth/callback/oidc`;
  provider = await OidcServer.start(callback);
  telling = await OidcServer.start(callback, { inToken: true });
  const roles = { ada: "staff", ben: "staff", cleo: "staff", dora: "staff", eve: "staff", mona: "manager" } as const;
  people = await cast(server.url, roles);
});
afterAll(async () => {
  provider.stop();
  telling.stop();
  await server.stop();
});
beforeEach(() => use(provider));

const isCallback = (url: string) => url.startsWith(`${server.url}/api/auth/callback/oidc`);

/** Up to the answer of the provider, which is not yet given to us. */
async function begin(browser: TestBrowser, person: OidcPerson, at = provider): Promise<string> {
  at.person = person;
  const away = await browser.post(server.url, "/api/auth/signin/oidc", { callbackUrl: `${server.url}/chat` });
  expect(new URL(away).origin).toBe(at.issuer);
  expect(new URL(away).searchParams.get("code_challenge_method")).toBe("S256");
  const back = await browser.follow(away, isCallback);
  expect(new URL(back).searchParams.get("code")).not.toBeNull();
  return back;
}

async function signIn(person: OidcPerson, at = provider): Promise<{ browser: TestBrowser; end: string }> {
  const browser = new TestBrowser();
  return { browser, end: await browser.follow(await begin(browser, person, at)) };
}

const me = async (browser: TestBrowser) => {
  const answer = await browser.send(`${server.url}/api/users/me/`);
  return answer.ok ? ((await answer.json()) as { username: string }).username : answer.status;
};
const mail = (name: string) => ({ email: `${name}@example.com`, email_verified: true });
const isIn = async (given: Awaited<ReturnType<typeof signIn>>, name: string) => {
  expect(given.end).toBe(`${server.url}/chat`);
  expect(await me(given.browser)).toBe(name);
};
const isOut = async ({ browser, end }: Awaited<ReturnType<typeof signIn>>, error: RegExp) => {
  expect(new URL(end).pathname).toBe("/sign-in");
  expect(new URL(end).searchParams.get("error")).toMatch(error);
  expect(await me(browser)).toBe(401);
};

it("brings in whom the provider knows, and the session is like any other", async () => {
  const given = await signIn({ sub: "ada-1", ...mail("Ada") });
  await isIn(given, "ada");
  const listed = (await people.ada.rest.get("/api/users/me/sessions/")).body as { results: Session[] };
  const opened = listed.results.find(({ kind }) => kind === "browser");
  expect(opened).toMatchObject({ device_name: "Chrome on Linux", address: "127.0.0.1" });
  const write = (headers: Record<string, string>) =>
    given.browser.send(`${server.url}/api/users/me/sessions/${crypto.randomUUID()}/`, { method: "DELETE", headers });
  expect((await write({ origin: "https://evil.example" })).status).toBe(403);
  expect((await write({ origin: server.url })).status).toBe(404);
  await people.ada.rest.delete(`/api/users/me/sessions/${opened?.id ?? ""}/`);
  expect(await me(given.browser)).toBe(401);
});

it("takes the address from the token too, where the provider puts it there", async () => {
  use(telling);
  await isIn(await signIn({ sub: "ada-2", ...mail("ada") }, telling), "ada");
});

it("keeps to whom it was linked first, whatever becomes of the address", async () => {
  await isIn(await signIn({ sub: "ben-1", ...mail("ben") }), "ben");
  await database().db.update(users).set({ email: "benjamin@example.com" }).where(eq(users.id, people.ben.id));
  await isIn(await signIn({ sub: "ben-1", ...mail("ada"), email_verified: false }), "ben");
  // Somebody else got the address at the provider after its person had left.
  await isOut(await signIn({ sub: "ben-2", ...mail("benjamin") }), /^oidc_no_account$/);
});

it("makes no account, and opens none that is closed", async () => {
  await isOut(await signIn({ sub: "new", ...mail("newcomer") }), /^oidc_no_account$/);
  await isIn(await signIn({ sub: "cleo-1", ...mail("cleo") }), "cleo");
  await people.mona.rest.patch(`/api/users/${people.cleo.id}/`, { is_active: false });
  await isOut(await signIn({ sub: "cleo-1", ...mail("cleo") }), /^oidc_no_account$/);
  await isOut(await signIn({ sub: "cleo-2", ...mail("cleo") }), /^oidc_no_account$/);
});

it.each([[false], ["true"], [1], [undefined]])("links no address that is not verified: %j", async (email_verified) => {
  await isOut(await signIn({ sub: "dora-1", ...mail("dora"), email_verified }), /^oidc_unverified$/);
  expect(await database().db.select().from(identities).where(eq(identities.userId, people.dora.id))).toEqual([]);
});

it("takes no username for an address, and only the domains that were named", async () => {
  await people.mona.rest.post("/api/users/", { username: "boss@example.com", password: "a long enough password" });
  await isOut(await signIn({ sub: "boss", ...mail("boss") }), /^oidc_no_account$/);
  use(provider, ["example.org"]);
  await isOut(await signIn({ sub: "dora-1", ...mail("dora") }), /^oidc_domain$/);
  use(provider, ["example.com"]);
  await isIn(await signIn({ sub: "dora-1", ...mail("dora") }), "dora");
});

it("a password that a manager sets ends the link: whoever has the address is linked anew", async () => {
  await isIn(await signIn({ sub: "eve-stolen", ...mail("eve") }), "eve");
  await isOut(await signIn({ sub: "eve-1", ...mail("eve") }), /^oidc_no_account$/);
  await people.mona.rest.patch(`/api/users/${people.eve.id}/`, { password: "another long password" });
  await isIn(await signIn({ sub: "eve-1", ...mail("eve") }), "eve");
  await isOut(await signIn({ sub: "eve-stolen", ...mail("eve") }), /^oidc_no_account$/);
});

it.each(["state", "nonce", "pkce"])("an answer is good only with the %s of its own beginning", async (part) => {
  const [browser, other] = [new TestBrowser(), new TestBrowser()];
  const person = { sub: "ada-1", ...mail("ada") };
  const back = await begin(browser, person);
  await begin(other, person);
  const name = `next-auth.${part}`;
  browser.jar(server.url).set(name, other.jar(server.url).get(name) ?? "");
  await isOut({ browser, end: await browser.follow(back) }, /^OAuthCallback$/);
});

it("an answer is nothing without its cookies, changed, forged, or a second time", async () => {
  const person = { sub: "ada-1", ...mail("ada") };
  const stranger = new TestBrowser();
  await isOut({ browser: stranger, end: await stranger.follow(await begin(new TestBrowser(), person)) }, /./);
  for (const key of ["state", "code"]) {
    const browser = new TestBrowser();
    const url = new URL(await begin(browser, person));
    url.searchParams.set(key, "made-up");
    await isOut({ browser, end: await browser.follow(url.href) }, /^OAuthCallback$/);
  }
  const first = new TestBrowser();
  const back = await begin(first, person);
  const jar = new Map(first.jar(server.url));
  await first.follow(back);
  const second = new TestBrowser();
  for (const [name, value] of jar) second.jar(server.url).set(name, value);
  await isOut({ browser: second, end: await second.follow(back) }, /^OAuthCallback$/);
});

it("a provider that calls itself otherwise than it was named is not believed", async () => {
  const pretending = http.createServer((_, answer) => {
    void fetch(`${provider.issuer}/.well-known/openid-configuration`)
      .then((found) => found.text())
      .then((text) => answer.setHeader("content-type", "application/json").end(text));
  });
  const port = await listen(pretending, 0, "127.0.0.1");
  const browser = new TestBrowser();
  use({ ...provider, issuer: `http://127.0.0.1:${port}`, client: provider.client } as OidcServer);
  await isOut({ browser, end: await browser.follow(await begin(browser, { sub: "ada-1", ...mail("ada") })) }, /./);
  pretending.closeAllConnections();
  pretending.close();
});

it("without a provider there is no such way, and over https the cookies are of this host alone", async () => {
  const browser = new TestBrowser();
  config().APP_URL = "https://chat.example";
  await browser.post(server.url, "/api/auth/signin/oidc", {});
  const names = [...browser.jar(server.url).keys()];
  expect(names.filter((name) => /state|nonce|pkce/.test(name)).toSorted()).toEqual(
    ["nonce", "pkce", "state"].map((part) => `__Host-next-auth.${part}`),
  );
  config().APP_URL = server.url;
  config().OIDC = null;
  const none = new TestBrowser();
  expect(await none.post(server.url, "/api/auth/signin/oidc", {})).not.toContain(provider.issuer);
  expect(await me(none)).toBe(401);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { type Answer, RestClient } from "@/e2e/setup/rest-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";
import type { Room } from "@/lib/contract/shapes";

config().TRUSTED_PROXIES = ["127.0.0.1"];
await useTestDatabase();

/** Guessing passwords leads nowhere, from one place or from many; and a stolen refresh token ends with its session. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "dora", Person>;
const password = "a long enough password";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", dora: "staff" });
  config().RATE_LIMITS = "on";
});
afterAll(async () => {
  config().RATE_LIMITS = "off";
  await server.stop();
});

const nobody = () => new RestClient(server.url);
const signIn = (address: string, username: string, given: string) =>
  nobody().post("/api/token/", { username, password: given }, { "x-forwarded-for": address });
const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
const times = async (count: number, work: (n: number) => Promise<Answer>) => {
  const answers: Answer[] = [];
  for (let n = 0; n < count; n++) answers.push(await work(n));
  return answers;
};
type Pair = { access: string; refresh: string };

describe("Guessing a password", () => {
  it("is stopped after ten tries, however the name is written, also with the right one", async () => {
    const spellings = ["ada", "ADA", " ada ", "Ada\t"];
    const answers = await times(12, (n) => signIn("203.0.113.1", spellings[n % 4] ?? "", `guess ${n}`));
    expect(statuses(answers)).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const right = await signIn("203.0.113.1", "ada", password);
    expect(right).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
    // A hundred at once are a hundred tries.
    const burst = await Promise.all(Array.from({ length: 40 }, (_, n) => signIn("203.0.113.2", "ada", `guess ${n}`)));
    expect(burst.filter(({ status }) => status === 401)).toHaveLength(10);
    expect((await signIn("203.0.113.3", "ada", password)).status).toBe(200);
  });

  it("of many people from one place is stopped too, and signing in all day is not", async () => {
    const answers = await times(110, (n) => signIn("203.0.113.4", `person${n}`, "password1"));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(100);
    expect((await signIn("203.0.113.4", "ben", password)).status).toBe(429);
    expect(new Set(statuses(await times(15, () => signIn("203.0.113.5", "ben", password))))).toEqual(new Set([200]));
  });

  it("from many places is stopped too, and does not keep its owner out of where they are at home", async () => {
    expect((await signIn("203.0.113.6", "cleo", password)).status).toBe(200);
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, n) => signIn(`198.51.100.${n + 1}`, "cleo", `guess ${n}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(100);
    const stranger = await signIn("198.51.100.200", "cleo", password);
    expect(stranger).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect((await signIn("203.0.113.6", "cleo", password)).status).toBe(200);
    expect((await signIn("203.0.113.7", "ben", password)).status).toBe(200);
  });

  it("at the browser's door counts together with the phones'", async () => {
    const [provider] = nextAuthOptions(new Headers()).providers as unknown as [
      { authorize(given: object, request: object): Promise<unknown> },
    ];
    const authorize = (given: string) =>
      provider.authorize({ username: "dora", password: given }, { headers: { "x-forwarded-for": "203.0.113.8" } });
    for (let n = 0; n < 5; n++) {
      expect(await authorize(`guess ${n}`)).toBeNull();
      expect((await signIn("203.0.113.8", "dora", `guess ${n}`)).status).toBe(401);
    }
    await expect(authorize(password)).rejects.toThrow("rate_limited");
    expect((await signIn("203.0.113.8", "dora", password)).status).toBe(429);
  });

  it("is not made easy: what is guessed first cannot be chosen, and anything else of eight characters can", async () => {
    const { refresh: _, ...ada } = people.ada;
    const choose = (given: string) =>
      ada.rest.post("/api/users/me/password/", { current_password: password, password: given });
    for (const common of [
      "password",
      "PASSWORD1",
      "12345678",
      "qwertyuiop",
      "AriStay2026!",
      "ari-stay-chat",
      "iloveyou1",
    ]) {
      const answer = await choose(common);
      expect(answer, common).toMatchObject({ status: 400, body: { fields: { password: [expect.any(String)] } } });
    }
    for (const [n, fine] of [
      "kurz+gut",
      "  spaces  ",
      "a".repeat(64).replace("aaa", "xyz"),
      "пароль-длинный",
      password,
    ].entries()) {
      const before =
        n === 0 ? password : ["kurz+gut", "  spaces  ", "a".repeat(64).replace("aaa", "xyz"), "пароль-длинный"][n - 1];
      expect(
        (await ada.rest.post("/api/users/me/password/", { current_password: before, password: fine })).status,
        fine,
      ).toBe(204);
    }
  });

  it("on an open device, and of codes that let people in, is stopped too", async () => {
    const change = (n: number) =>
      people.ben.rest.post("/api/users/me/password/", {
        current_password: `guess ${n}`,
        password: "a new password, long",
      });
    expect(statuses(await times(11, change)).slice(-2)).toEqual([400, 429]);
    const open = (n: number) =>
      nobody().post("/api/codes/open/", { code: `AAAA-BBBB-CCC${n}` }, { "x-forwarded-for": "203.0.113.9" });
    expect(statuses(await times(11, open)).slice(-2)).toEqual([404, 429]);
  });
});

describe("A refresh token that was stolen", () => {
  const refresh = (token: string) => nobody().post("/api/token/refresh/", { refresh: token });
  const fresh = async () => (await signIn("203.0.113.6", "cleo", password)).body as Pair;

  it("ends the session on every transport as soon as both have used it", async () => {
    const stolen = await fresh();
    const other = await fresh();
    const mine = (await refresh(stolen.refresh)).body as Pair;
    const made = await new RestClient(server.url, mine.access).post("/api/chat/rooms/", {
      room_type: "group",
      participant_ids: [],
    });
    const room = (made.body as Room).id;
    const socket = await SocketListener.connect(server.url, mine.access);
    const raw = await RoomListener.connect(server.url, room, mine.access);
    const thief = await refresh(stolen.refresh);
    expect(thief).toMatchObject({ status: 401, body: { code: "token_reused" } });
    await socket.others.find(({ name }) => name === "session:revoked", "the end of the session");
    expect(await raw.closed).toBe(4401);
    for (const { access, refresh: next } of [mine, stolen]) {
      expect((await new RestClient(server.url, access).get("/api/users/me/")).status).toBe(401);
      expect((await refresh(next)).status).toBe(401);
      await expect(SocketListener.connect(server.url, access)).rejects.toThrow();
    }
    expect((await new RestClient(server.url, other.access).get("/api/users/me/")).status).toBe(200);
  });

  it("gives one pair, however many use it at once, and none of them lives on", async () => {
    const { refresh: token } = await fresh();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(token)));
    const pairs = answers.filter(({ status }) => status === 200).map(({ body }) => body as Pair);
    expect(pairs).toHaveLength(1);
    expect((await refresh(pairs[0]?.refresh ?? "")).status).toBe(401);
    expect((await new RestClient(server.url, pairs[0]?.access).get("/api/users/me/")).status).toBe(401);
  });

  it("opens nothing in the place of an access token, nor the reverse", async () => {
    const pair = await fresh();
    expect((await new RestClient(server.url, pair.refresh).get("/api/users/me/")).status).toBe(401);
    await expect(SocketListener.connect(server.url, pair.refresh)).rejects.toThrow();
    expect(await RoomListener.open(server.url, `/ws/chat/${crypto.randomUUID()}/?token=${pair.refresh}`).closed).toBe(
      4401,
    );
    expect((await refresh(pair.access)).status).toBe(401);
    expect((await refresh(pair.refresh)).status).toBe(200);
  });
});

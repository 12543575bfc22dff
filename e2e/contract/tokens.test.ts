import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { ContractClient, expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Message, Room } from "@/lib/contract/shapes";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben" | "mia", Person>;
const password = "a long enough password";

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "viewer", mia: "superuser" });
});
afterAll(() => server.stop());

type Pair = { access: string; refresh: string };

describe.each(slashForms)("Tokens, %s", (_, form) => {
  const nobody = () => new ContractClient(server.url, form);
  const by = (access: string) => new ContractClient(server.url, form, access);
  let pair: Pair;
  beforeEach(async () => {
    pair = (await nobody().post("/api/token/", { username: "ada", password })).body as Pair;
  });

  it("signs in by username or e-mail address", async () => {
    for (const username of ["ada", "ADA", "ada@example.com"]) {
      const answer = await nobody().post("/api/token/", { username, password });
      expect(answer).toMatchObject({
        status: 200,
        body: {
          user: {
            id: people.ada.id,
            username: "ada",
            email: "ada@example.com",
            full_name: "Ada Test",
            role: "staff",
            is_superuser: false,
          },
        },
      });
    }
    const mia = await nobody().post("/api/token/", { username: "mia", password });
    expect(mia.body).toMatchObject({ user: { role: "superuser", is_superuser: true } });
  });

  it("puts into the access token what clients read from it", () => {
    const claims = JSON.parse(Buffer.from(pair.access.split(".")[1] ?? "", "base64url").toString()) as {
      iat: number;
      exp: number;
    };
    expect(claims).toMatchObject({
      user_id: people.ada.id,
      username: "ada",
      role: "staff",
      token_type: "access",
      jti: expect.any(String) as string,
    });
    expect(claims.exp - claims.iat).toBe(15 * 60);
  });

  it("refuses wrong credentials in the same words whether or not the person exists", async () => {
    const wrong = await nobody().post("/api/token/", { username: "ada", password: "wrong" });
    const unknown = await nobody().post("/api/token/", { username: "nobody", password: "wrong" });
    for (const answer of [wrong, unknown]) expectRefused(answer, 401, "bad_credentials");
    expect((wrong.body as { error: string }).error).toBe((unknown.body as { error: string }).error);
    expectRefused(await nobody().post("/api/token/", { username: "ada" }), 400, "invalid_input", "password");
    expectRefused(await nobody().post("/api/token/", {}), 400, "invalid_input", "username");
    expectRefused(await nobody().post("/api/token/", { username: "a\0", password }), 400, "invalid_input", "username");
  });

  it("rotates the refresh token; an old one used again ends the whole family", async () => {
    const next = await nobody().post("/api/token/refresh/", { refresh: pair.refresh });
    expect(next.status).toBe(200);
    const fresh = next.body as Pair;
    expect(fresh.refresh).not.toBe(pair.refresh);
    expect((await by(fresh.access).get("/api/users/me/")).status).toBe(200);
    expectRefused(await nobody().post("/api/token/refresh/", { refresh: pair.refresh }), 401, "token_reused");
    expectRefused(await nobody().post("/api/token/refresh/", { refresh: fresh.refresh }), 401, "unauthorized");
    expectRefused(await by(fresh.access).get("/api/users/me/"), 401, "unauthorized");
    expectRefused(await by(pair.access).get("/api/users/me/"), 401, "unauthorized");
    expectRefused(await nobody().post("/api/token/refresh/", { refresh: "unknown" }), 401, "unauthorized");
    expectRefused(await nobody().post("/api/token/refresh/", {}), 400, "invalid_input", "refresh");
  });

  it("verifies either kind of token", async () => {
    for (const token of [pair.access, pair.refresh]) {
      expect(await nobody().post("/api/token/verify/", { token })).toMatchObject({ status: 200, body: {} });
    }
    for (const token of ["nonsense", "a.b.c", `${pair.access}x`]) {
      expectRefused(await nobody().post("/api/token/verify/", { token }), 401, "unauthorized");
    }
    expectRefused(await nobody().post("/api/token/verify/", {}), 400, "invalid_input", "token");
    await nobody().post("/api/token/revoke/", { refresh: pair.refresh });
    for (const token of [pair.access, pair.refresh]) {
      expectRefused(await nobody().post("/api/token/verify/", { token }), 401, "unauthorized");
    }
  });

  it("signs out one device on every transport, without a bearer", async () => {
    const other = (await nobody().post("/api/token/", { username: "ada", password })).body as Pair;
    const made = await by(pair.access).post("/api/chat/rooms/", { room_type: "group", participant_ids: [] });
    const room = (made.body as Room).id;
    const socket = await SocketListener.connect(server.url, pair.access);
    const raw = await RoomListener.connect(server.url, room, pair.access);
    const says = (text: string) => (frame: Record<string, unknown>) =>
      (frame.message as Message | undefined)?.content === text;
    const spared = await RoomListener.connect(server.url, room, other.access);
    expect((await nobody().post("/api/token/revoke/", { refresh: pair.refresh })).status).toBe(200);
    // At once, not when somebody next looks who has been signed out: what is said now only the other device hears.
    spared.send({ type: "chat_message", message: "Just us" });
    await spared.frames.find(says("Just us"), "what was said after it");
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    expect(await raw.closed).toBe(4401);
    expect(socket.events.all.map(({ data }) => data.content)).not.toContain("Just us");
    expect(raw.frames.all.filter(says("Just us"))).toEqual([]);
    expectRefused(await by(pair.access).get("/api/users/me/"), 401, "unauthorized");
    expectRefused(await nobody().post("/api/token/refresh/", { refresh: pair.refresh }), 401, "unauthorized");
    await expect(SocketListener.connect(server.url, pair.access)).rejects.toThrow();
    expect(await RoomListener.open(server.url, `/ws/chat/${room}/?token=${pair.access}`).closed).toBe(4401);

    // Again, and one that never was: nothing to tell anybody.
    expect((await nobody().post("/api/token/revoke/", { refresh: pair.refresh })).status).toBe(200);
    expect((await nobody().post("/api/token/revoke/", { refresh: "unknown" })).status).toBe(200);
    expectRefused(await nobody().post("/api/token/revoke/", {}), 400, "invalid_input", "refresh");
    expect((await by(other.access).get("/api/users/me/")).status).toBe(200);
    spared.send({ type: "chat_message", message: "Still here" });
    await spared.frames.find(says("Still here"), "the other device's own message");
    spared.close();
  });

  it("signs out the device of a spent refresh token", async () => {
    const fresh = (await nobody().post("/api/token/refresh/", { refresh: pair.refresh })).body as Pair;
    expect((await nobody().post("/api/token/revoke/", { refresh: pair.refresh })).status).toBe(200);
    expectRefused(await by(fresh.access).get("/api/users/me/"), 401, "unauthorized");
  });

  it("signs out all devices of the caller, and nobody else's", async () => {
    const other = (await nobody().post("/api/token/", { username: "ada", password })).body as Pair;
    const socket = await SocketListener.connect(server.url, other.access);
    const ben = (await nobody().post("/api/token/", { username: "ben", password })).body as Pair;
    expect((await by(pair.access).post("/api/token/revoke-all/")).status).toBe(200);
    await socket.others.find((o) => o.name === "session:revoked", "session:revoked");
    for (const { access, refresh } of [pair, other]) {
      expectRefused(await by(access).get("/api/chat/rooms/"), 401, "unauthorized");
      expectRefused(await nobody().post("/api/token/refresh/", { refresh }), 401, "unauthorized");
    }
    expect((await by(ben.access).get("/api/users/me/")).status).toBe(200);
  });
});

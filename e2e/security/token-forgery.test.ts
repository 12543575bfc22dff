import { SignJWT, UnsecuredJWT } from "jose";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Ben has a good token, knows Ada's claims, and wants to be her; no text but her own token opens a door. */
let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "manager", ben: "viewer" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [people.ben.id] });
  room = (made.body as Room).id;
});
afterAll(() => server.stop());

const bytes = (secret: string) => new TextEncoder().encode(secret);
const part = (token: string, index: number) => token.split(".")[index] ?? "";
const claims = (token: string) =>
  JSON.parse(Buffer.from(part(token, 1), "base64url").toString()) as Record<string, unknown>;
const sign = (changes: Record<string, unknown>, secret = config().AUTH_SECRET, alg = "HS256") =>
  new SignJWT({ ...claims(people.ada.access), ...changes }).setProtectedHeader({ alg, typ: "JWT" }).sign(bytes(secret));

const forgeries: [string, () => string | Promise<string>][] = [
  ["without a signature", () => new UnsecuredJWT(claims(people.ada.access)).encode()],
  ["with its signature cut off", () => people.ada.access.replace(/[^.]*$/, "")],
  ["signed with another secret", () => sign({}, "x".repeat(config().AUTH_SECRET.length))],
  ["signed with an empty-looking secret", () => sign({}, "\0".repeat(32))],
  ["signed by another algorithm", () => sign({}, config().AUTH_SECRET, "HS512")],
  ["with her claims over his signature", () => [0, 1].map((i) => part(people.ada.access, i)).concat(part(people.ben.access, 2)).join(".")], // prettier-ignore
  ["of his session in her name", () => sign({ sid: claims(people.ben.access).sid })],
  ["of her session in his name", () => sign({ user_id: people.ben.id })],
  ["of a session that never was", () => sign({ sid: "0192f3a4-0000-4000-8000-000000000001" })],
  ["that has run out", () => sign({ exp: Math.floor(Date.now() / 1000) - 60 })],
  ["that never ends", () => sign({ exp: undefined })],
  ["of another kind", () => sign({ token_type: "refresh" })],
  ["that is her refresh token", () => people.ada.refresh],
  ["that is her browser's cookie", () => encode({ token: { sid: claims(people.ada.access).sid }, secret: config().AUTH_SECRET, maxAge: 3600 })], // prettier-ignore
];

it.each(forgeries)("a token %s opens nothing, on no transport", async (_, forge) => {
  // Hers is known to the server as good: what is remembered of it must not vouch for another.
  expect((await people.ada.rest.get("/api/users/me/")).status).toBe(200);
  const token = await forge();
  const rest = new RestClient(server.url, token);
  expect(await rest.get("/api/users/me/")).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  expect(await rest.get(`/api/chat/messages/?room=${room}`)).toMatchObject({ status: 401 });
  await expect(SocketListener.connect(server.url, token)).rejects.toThrow();
  expect(await RoomListener.open(server.url, `/ws/chat/${room}/?token=${token}`).closed).toBe(4401);
});

it("an access token is neither a refresh token nor a cookie", async () => {
  const answer = await new RestClient(server.url).post("/api/token/refresh/", { refresh: people.ada.access });
  expect(answer).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  const cookie = `next-auth.session-token=${people.ada.access}`;
  expect((await fetch(`${server.url}/api/users/me/`, { headers: { cookie } })).status).toBe(401);
});

import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { cast, type Person } from "@/e2e/setup/cast";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import type { Session } from "@/lib/contract/session";
import type { Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Another site's page has a browser with our cookie in it: it must not write, and must not open a socket. */
let server: TestServer;
let people: Record<"ada", Person>;
let cookie: string;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff" });
  const devices = (await people.ada.rest.get("/api/users/me/sessions/")).body as { results: Session[] };
  const token = { sub: String(people.ada.id), sid: devices.results[0]?.id };
  cookie = `next-auth.session-token=${await encode({ token, secret: config().AUTH_SECRET, maxAge: 3600 })}`;
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [] });
  room = (made.body as Room).id;
});
afterAll(() => server.stop());

const own = "http://localhost:3000";
const foreign = [
  { origin: "https://evil.example" },
  { origin: "http://localhost:3000.evil.example" },
  { origin: "http://localhost:30001" },
  { origin: "http://localhost.evil.example:3000" },
  { origin: "http://localhost:3000@evil.example" },
  { origin: "http://localhost:3001" },
  { origin: "https://localhost:3000" },
  { origin: "null" },
  { origin: "file://" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { origin: own, "sec-fetch-site": "cross-site" },
  {},
];
const trusted = [
  { origin: own },
  { origin: own, "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-origin" },
];
const named = (list: Record<string, string>[]) => list.map((headers) => [JSON.stringify(headers), headers] as const);

const write = (headers: Record<string, string>) =>
  fetch(`${server.url}/api/chat/rooms/${room}/mark_read/`, { method: "POST", headers: { cookie, ...headers } });

/** The status of an upgrade, and what closed the socket. */
function opened(path: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server.url.replace("http", "ws") + path, { headers });
    socket.on("error", () => undefined);
    socket.on("unexpected-response", (_, response) => resolve(String(response.statusCode)));
    socket.on("message", (data: Buffer) => {
      resolve(data.toString());
      socket.close();
    });
    socket.on("close", (code) => resolve(`closed ${code}`));
  });
}
/** What a Socket.IO line is told that asks to come in: by its cookie, or with a token. */
function comesIn(headers: Record<string, string>, hello = "40"): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
      headers,
    });
    socket.on("error", () => undefined);
    socket.on("unexpected-response", (_, response) => {
      let said = "";
      response.on("data", (data: Buffer) => (said += data.toString()));
      response.on("end", () => resolve(`${response.statusCode} ${said}`));
    });
    socket.on("message", (data: Buffer) => {
      if (data.toString().startsWith("0")) return socket.send(hello);
      resolve(data.toString());
      socket.close();
    });
  });
}
const raw = (headers: Record<string, string>) => opened(`/ws/chat/${room}/`, { cookie, ...headers });

describe("With a cookie", () => {
  it.each(named(foreign))("a write with %s is refused", async (_, headers) => {
    const answer = await write(headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "bad_origin" });
  });
  it.each(named(trusted))("a write with %s is done", async (_, headers) => {
    expect((await write(headers)).status).toBe(200);
  });
  it.each(named(foreign))("a raw WebSocket with %s is refused", async (_, headers) => {
    expect(await raw(headers)).toMatch(/^403$/);
  });
  it.each(named(foreign))("a Socket.IO line with %s is refused", async (_, headers) => {
    expect(await comesIn({ cookie, ...headers })).toMatch(/^4.*bad_origin/);
  });
  it.each(named(trusted))("a Socket.IO line with %s opens", async (_, headers) => {
    expect(await comesIn({ cookie, ...headers })).toMatch(/^40\{"sid"/);
  });
  it.each(named(trusted))("a raw WebSocket with %s opens", async (_, headers) => {
    expect(await raw(headers)).toContain("connection_established");
  });
});

it("reads by cookie need no proof, and a cookie that was not made here opens nothing", async () => {
  const me = (header: string) => fetch(`${server.url}/api/users/me/`, { headers: { cookie: header } });
  expect((await me(cookie)).status).toBe(200);
  expect((await me(cookie.replace("next-auth", "__Secure-next-auth"))).status).toBe(401);
  const forged = await encode({ token: { sub: "1", sid: "x" }, secret: "x".repeat(32), maxAge: 3600 });
  expect((await me(`next-auth.session-token=${forged}`)).status).toBe(401);
});

it("a token from another site's page is refused too, and from a phone, without an origin, it is not", async () => {
  const bearer = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/chat/rooms/${room}/mark_read/`, {
      method: "POST",
      headers: { authorization: `Bearer ${people.ada.access}`, ...headers },
    });
  expect((await bearer({ origin: "https://evil.example" })).status).toBe(403);
  expect((await bearer({})).status).toBe(200);
  const withToken = (headers: Record<string, string>) =>
    opened(`/ws/chat/${room}/?token=${people.ada.access}`, headers);
  expect(await withToken({ origin: "https://evil.example" })).toBe("403");
  expect(await withToken({})).toContain("connection_established");
  const hello = `40${JSON.stringify({ token: people.ada.access })}`;
  expect(await comesIn({ origin: "https://evil.example" }, hello)).toBe("400 bad_origin");
  expect(await comesIn({}, hello)).toMatch(/^40\{"sid"/);
});

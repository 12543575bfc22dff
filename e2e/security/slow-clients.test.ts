import { once } from "node:events";
import http from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { cast, type Person } from "@/e2e/setup/cast";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import { mostConnections } from "@/lib/realtime/people";
import { createFront } from "@/lib/server/http-front";
import { listen } from "@/lib/server/listen";
import { mostLines } from "@/lib/server/open-lines";

await useTestDatabase();

/** Those who hold a line without saying or taking anything lose it, and the server stays well for everybody else. */
let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  config().RATE_LIMITS = "on";
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(async () => {
  config().RATE_LIMITS = "off";
  await server.stop();
});

/** A line of its own from one of this machine's addresses; what it is told, and when it ends. */
async function lineFrom(localAddress: string) {
  const socket = connect({ port: server.port, host: "127.0.0.1", localAddress });
  let heard = "";
  socket.on("error", () => undefined).on("data", (data: Buffer) => (heard += data.toString()));
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(heard)));
  await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
  return { socket, closed };
}

const health = (localAddress: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const options = { port: server.port, host: "127.0.0.1", path: "/healthz", localAddress, agent: false };
    http
      .get(options, (answer) => {
        answer.resume().once("end", () => resolve(answer.statusCode));
      })
      .once("error", reject);
  });
const handshake =
  "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

describe.concurrent("Whoever", { timeout: 60_000 }, () => {
  it("sends headers drop by drop, from as many lines as there may be, is cut, and nobody else notices", async () => {
    const greedy = "127.0.0.21";
    const lines = await Promise.all(Array.from({ length: mostLines }, () => lineFrom(greedy)));
    lines.forEach(({ socket }, n) => {
      // Nothing at all, half a line, half an upgrade, and headers without end.
      const begun = ["", "GET /api/ch", handshake, "POST /api/token/ HTTP/1.1\r\nHost: x\r\n"][n % 4] ?? "";
      if (begun !== "") socket.write(begun);
    });
    const dripping = setInterval(
      () => lines.forEach(({ socket }, n) => n % 4 === 3 && socket.write("X-A: b\r\n")),
      1000,
    );
    // One more of the same address is not taken, and whoever comes from another one is served at once.
    expect(await (await lineFrom(greedy)).closed).toBe("");
    expect(await health("127.0.0.22")).toBe(200);
    expect((await people.ada.rest.get("/api/users/me/")).status).toBe(200);
    const told = await Promise.all(lines.map(({ closed }) => closed));
    clearInterval(dripping);
    for (const text of told) expect(text).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
    expect(await health(greedy)).toBe(200);
  });

  it("sends a body drop by drop is answered that it took too long, and cut", async () => {
    const { socket, closed } = await lineFrom("127.0.0.23");
    const head = `POST /api/token/verify/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`;
    socket.write(`${head}{"token":"`);
    const dripping = setInterval(() => socket.write("x"), 500);
    const told = await closed;
    clearInterval(dripping);
    expect(told).toMatch(/^HTTP\/1\.1 503 /);
    expect(told).toContain('"code":"timeout"');
  });

  it("sends a body that does not say its length is stopped at the same size", async () => {
    const { socket, closed } = await lineFrom("127.0.0.24");
    socket.write(
      `POST /api/token/verify/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const piece = "x".repeat(0x8000);
    let sent = 0;
    const more = (): void => {
      for (; !socket.destroyed && socket.writable && sent < 30_000_000; sent += piece.length) {
        if (!socket.write(`8000\r\n${piece}\r\n`)) return void socket.once("drain", more);
      }
    };
    more();
    expect(await closed).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(30_000_000);
  });

  it("opens a Socket.IO line and says nothing, or what is no sign-in, is dropped", async () => {
    const hellos = [undefined, "2", "3", "4", "40", '40{"token":7}', '40{"token":"x"}', '42["sync",{}]', "40/other,{}"];
    const lines = hellos.map((hello) => {
      const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
      socket.on("error", () => undefined);
      socket.on("open", () => hello !== undefined && socket.send(hello));
      // It answers pings, as one that means to stay would.
      socket.on("message", (data: Buffer) => data.toString() === "2" && socket.send("3"));
      return once(socket, "close");
    });
    await Promise.all(lines);
  });

  it("opens a raw line without a token is dropped", async () => {
    for (const path of [`/ws/chat/${room}/`, `/ws/chat/${room}/?token=x`, `/ws/chat/${room}/?token=`]) {
      expect(await RoomListener.open(server.url, path).closed).toBe(4401);
    }
  });

  it("half opens a socket and sends what is no frame is dropped", async () => {
    const { socket, closed } = await lineFrom("127.0.0.25");
    socket.write(`${handshake}${key}\r\n`);
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]));
    expect(await closed).toMatch(/^HTTP\/1\.1 101 /);
  });
});

it("one person's sockets have a bound, and others come in", async () => {
  const mine: SocketListener[] = [];
  for (let n = 0; n < mostConnections; n++) mine.push(await SocketListener.connect(server.url, people.ada.access));
  await expect(SocketListener.connect(server.url, people.ada.access)).rejects.toMatchObject({
    data: { code: "rate_limited", retry_after: 30 },
  });
  expect(await RoomListener.open(server.url, `/ws/chat/${room}/?token=${people.ada.access}`).closed).toBe(1013);
  const ben = await SocketListener.connect(server.url, people.ben.access);
  mine.pop()?.close();
  ben.close();
  await expect
    .poll(async () => {
      const again = await SocketListener.connect(server.url, people.ada.access).catch(() => undefined);
      if (again) mine.push(again);
      return again !== undefined;
    })
    .toBe(true);
  for (const one of mine) one.close();
});

it("who asks for much and takes nothing is cut", async () => {
  const front = createFront("http://localhost");
  expect(front.server.timeout).toBeGreaterThan(0);
  expect(front.server.timeout).toBeLessThanOrEqual(120_000);
  // The same at a pace that a test can wait for.
  front.server.timeout = 300;
  const port = await listen(front.server, 0, "127.0.0.1");
  let produced = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(stream) {
        produced += 65_536;
        stream.enqueue(new Uint8Array(65_536));
      },
    });
  front.open({ api: () => Promise.resolve(new Response(endless())), ready: () => Promise.resolve() });
  const line: Socket = connect(port, "127.0.0.1");
  line.on("error", () => undefined);
  line.write("GET /api/x HTTP/1.1\r\nHost: x\r\n\r\n");
  const [taken] = (await once(front.server, "connection")) as [Socket];
  await once(taken, "close");
  // What the line holds, and no more: nobody made the rest.
  expect(produced).toBeLessThan(32_000_000);
  line.destroy();
  front.stopAccepting();
  await front.drain(200);
});

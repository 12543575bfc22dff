import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import { mostLines } from "@/lib/server/open-lines";

config().TRUSTED_PROXIES = ["127.0.0.1"];
await useTestDatabase();

/** Behind a proxy all lines come from one address: sockets are counted by whom it opens them for. */
let server: TestServer;
const open: Socket[] = [];

beforeAll(async () => {
  config().RATE_LIMITS = "on";
  server = await startTestServer();
});
afterAll(async () => {
  for (const line of open) line.destroy();
  config().RATE_LIMITS = "off";
  await server.stop();
});

/** The first line of the answer to somebody who opens a socket through the proxy, which stays open. */
function socketFor(client: string): Promise<string> {
  const line = connect(server.port, "127.0.0.1");
  open.push(line);
  line.on("error", () => undefined);
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13";
  const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
  const path = "/socket.io/?EIO=4&transport=websocket";
  line.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\n${upgrade}\r\n${key}\r\n\r\n`);
  return new Promise((resolve) => {
    line.once("data", (data: Buffer) => resolve(data.toString().split("\r\n")[0] ?? ""));
    line.once("close", () => resolve("closed"));
  });
}

it("one client has its bound, and the next one comes in", async () => {
  const many = await Promise.all(Array.from({ length: mostLines }, () => socketFor("203.0.113.1")));
  expect(new Set(many)).toEqual(new Set(["HTTP/1.1 101 Switching Protocols"]));
  expect(await socketFor("203.0.113.1")).toBe("HTTP/1.1 429 Too Many Requests");
  expect(await socketFor("203.0.113.2")).toBe("HTTP/1.1 101 Switching Protocols");
  // What a client closes, it may open again.
  open[0]?.destroy();
  await expect.poll(() => socketFor("203.0.113.1")).toBe("HTTP/1.1 101 Switching Protocols");
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { post } from "./post";

let asked = 0;
const server = createServer((_, answer) => {
  asked += 1;
  answer.end();
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it.each([
  "127.0.0.1",
  "localhost",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "2130706433",
  "0.0.0.0",
  "10.0.0.1",
  "169.254.169.254",
])("no push service lies at %s, nor is one reached in the clear", async (host) => {
  await expect(post(`https://${host}:${port}/push`, {}, "x")).rejects.toThrow(/not allowed|private|loopback/i);
  await expect(post(`http://${host}:${port}/push`, {}, "x")).rejects.toThrow("not https");
  expect(asked).toBe(0);
});

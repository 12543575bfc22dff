import type { IncomingMessage } from "node:http";
import { expect, it, vi } from "vitest";

const from = (remoteAddress: string, ...forwarded: string[]) =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded.join(",") } }) as unknown as IncomingMessage;

/** What is trusted is read once a process. */
async function trusting(...proxies: string[]) {
  vi.resetModules();
  const { config } = await import("@/lib/config/config");
  config().TRUSTED_PROXIES = proxies;
  return (await import("./client-address")).clientAddress;
}

it("believes nobody while no proxy is trusted", async () => {
  const address = await trusting();
  expect(address(from("203.0.113.7", "10.0.0.1"))).toBe("203.0.113.7");
  expect(address(from("::ffff:203.0.113.7", "10.0.0.1"))).toBe("203.0.113.7");
});

it.each([
  ["its own word", "10.0.0.2", ["203.0.113.7"], "203.0.113.7"],
  ["the word of a proxy before it", "10.0.0.2", ["203.0.113.7", "10.0.0.3"], "203.0.113.7"],
  ["not what the client wrote before that", "10.0.0.2", ["198.51.100.1", "203.0.113.7"], "203.0.113.7"],
  ["not a client that calls itself a proxy", "10.0.0.2", ["198.51.100.1", "10.0.0.9", "203.0.113.7"], "203.0.113.7"],
  ["no name and no nonsense", "10.0.0.2", ["203.0.113.7", "evil.example"], "10.0.0.2"],
  ["nothing at all", "10.0.0.2", [], "10.0.0.2"],
  ["an address of the newer kind", "fd00::2", ["2001:db8::7"], "2001:db8::7"],
  ["one and the same client, however it is written", "::ffff:10.0.0.2", ["::ffff:203.0.113.7"], "203.0.113.7"],
  ["nobody who comes past it", "203.0.113.9", ["10.0.0.2"], "203.0.113.9"],
])("of a trusted proxy it believes %s", async (_, neighbour, forwarded, expected) => {
  const address = await trusting("10.0.0.0/8", "fd00::/16");
  expect(address(from(neighbour, ...forwarded))).toBe(expected);
});

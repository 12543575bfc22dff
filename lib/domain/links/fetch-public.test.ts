import dns from "node:dns";
import { afterEach, expect, it, vi } from "vitest";
import { refuseUnassigned } from "@/lib/outbound/refuse-unassigned";
import { post } from "@/lib/push/post";
import { fetchPublic } from "./fetch-public";

/** Nothing listens under them on most machines, so whether one was refused or merely not reached only the error tells. */
const unassigned = ["::7f00:1", "::a9fe:a9fe", "::a00:1", "::808:808", "200::1", "4000::1"];
const limits = { accepts: /html/, bytes: 10, longer: "cut", signal: AbortSignal.timeout(60_000) } as const;

afterEach(() => vi.restoreAllMocks());

function everyNameIs(address: string): void {
  const lookup = (_: string, options: dns.LookupOptions, found: (...said: unknown[]) => void) =>
    options.all ? found(null, [{ address, family: 6 }]) : found(null, address, 6);
  vi.spyOn(dns, "lookup").mockImplementation(lookup as unknown as typeof dns.lookup);
}

it.each(unassigned)("%s was never given to anybody: nothing is asked there, by address or by name", async (address) => {
  everyNameIs(address);
  for (const host of [`[${address}]`, "host.test"]) {
    for (const scheme of ["http", "https"]) {
      await expect(fetchPublic(`${scheme}://${host}/`, limits)).rejects.toThrow(
        "is not allowed: it is no public address",
      );
    }
    await expect(post(`https://${host}/`, {}, "x")).rejects.toThrow("is not allowed: it is no public address");
  }
});

it("what was given to somebody may be asked, and a network of ours that is named as an exception", () => {
  expect(() => refuseUnassigned("[2001:4860:4860::8888]", [])).not.toThrow();
  expect(() => refuseUnassigned("[fd00::1]", ["fd00::/8"])).not.toThrow();
  expect(() => refuseUnassigned("[fd00::1]", [])).toThrow("no public address");
});

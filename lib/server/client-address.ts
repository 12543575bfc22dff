import type { IncomingMessage } from "node:http";
import { type BlockList, isIP, isIPv6 } from "node:net";
import { blockList } from "@/lib/config/block-list";
import { config } from "@/lib/config/config";

let trusted: BlockList | undefined;

/**
 * The address that a request or upgrade came from. `X-Forwarded-For` counts only as far as proxies named in
 * TRUSTED_PROXIES vouch for it: anybody can write that header.
 */
export function clientAddress(request: IncomingMessage): string {
  let address = plain(request.socket.remoteAddress ?? "");
  if (config().TRUSTED_PROXIES.length === 0) return address;
  const forwarded = [request.headers["x-forwarded-for"] ?? ""].flat().join(",").split(",");
  for (let hop = forwarded.pop(); hop !== undefined; hop = forwarded.pop()) {
    if (!isTrustedProxy(address)) break;
    if (!isIP(plain(hop.trim()))) break;
    address = plain(hop.trim());
  }
  return address;
}

/** Whether a direct neighbour is one of TRUSTED_PROXIES. */
export function isTrustedProxy(neighbour: string): boolean {
  const { TRUSTED_PROXIES } = config();
  if (TRUSTED_PROXIES.length === 0) return false;
  const address = plain(neighbour);
  trusted ??= blockList(TRUSTED_PROXIES);
  return trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** An IPv4 client of a double-stack socket is written `::ffff:1.2.3.4`; it must not count as a second person. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}

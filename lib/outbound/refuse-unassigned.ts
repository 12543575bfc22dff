import dns from "node:dns";
import { isIPv6, type LookupFunction } from "node:net";
import { blockList } from "@/lib/config/block-list";

/** All that was ever given to anybody on the Internet (IANA, IPv6 Global Unicast Address Assignments). */
const assigned = blockList(["2000::/3"]);

/**
 * What `request-filtering-agent` leaves open: to it an IPv6 address is public unless its range has a name, and the old
 * notation of IPv4 (`::10.0.0.1`) has none. Throws for the host of an address that names such a one; a name that is said to
 * be one fails as it is looked up. `allowed`: networks that may be asked nevertheless.
 */
export function refuseUnassigned(hostname: string, allowed: string[]): LookupFunction {
  const exceptions = blockList(allowed);
  const refuse = (address: string) => {
    if (!isIPv6(address) || assigned.check(address, "ipv6") || exceptions.check(address, "ipv6")) return;
    throw new Error(`${address} is not allowed: it is no public address.`);
  };
  refuse(hostname.replace(/^\[(.*)\]$/, "$1"));
  return (name, options, found) =>
    dns.lookup(name, options, (error, address, family) => {
      try {
        // Nothing comes with an error.
        const all = error ? [] : typeof address === "string" ? [address] : address.map((one) => one.address);
        all.forEach(refuse);
      } catch (refused) {
        return found(refused as Error, "", 0);
      }
      found(error, address, family);
    });
}

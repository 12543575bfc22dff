import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { config } from "@/lib/config/config";
import { clientAddress, isTrustedProxy } from "@/lib/server/client-address";

/** A house behind one router has some hundred people with several devices. */
export const mostLines = 1000;

/** How many connections are open from each address. What a trusted proxy opens is counted by whom it opens sockets for. */
export class OpenLines {
  readonly #counts = new Map<string, number>();

  /** A connection that was just accepted; false when its address has too many. */
  accept(line: Socket): boolean {
    const address = line.remoteAddress ?? "";
    return isTrustedProxy(address) || this.#count(line, address);
  }

  /** A socket that somebody opens through a proxy; any other is counted already. */
  upgrade(request: IncomingMessage, line: Duplex): boolean {
    return !isTrustedProxy(request.socket.remoteAddress ?? "") || this.#count(line, clientAddress(request));
  }

  #count(line: Duplex, address: string): boolean {
    if (config().RATE_LIMITS === "off") return true;
    const open = this.#counts.get(address) ?? 0;
    if (open >= mostLines) return false;
    this.#counts.set(address, open + 1);
    line.once("close", () => {
      const left = (this.#counts.get(address) ?? 1) - 1;
      if (left > 0) this.#counts.set(address, left);
      else this.#counts.delete(address);
    });
    return true;
  }
}

import type { Socket } from "node:net";
import type { Server } from "socket.io";

/** What Engine.IO tells of, reduced to the line behind it. */
type Client = { request: { socket: Socket } };

/**
 * Whatever one turn of the event loop has for a client leaves in one system call. A batch of sends into many rooms is a
 * packet per room for whoever is in them, and the calls cost more than everything else together.
 */
export function writeTogether(io: Server): void {
  let held: Socket[] = [];
  const release = () => {
    const lines = held;
    held = [];
    for (const line of lines) line.uncork();
  };
  io.engine.on("flush", ({ request: { socket: line } }: Client) => {
    if (line.writableCorked > 0) return;
    line.cork();
    if (held.push(line) === 1) setImmediate(release);
  });
}

import type http from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Lets what is under way on a server that no longer accepts finish for at most `patience` ms, then cuts what is left. */
export async function drain(server: http.Server, patience: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(50)) {
    // A kept-alive connection becomes idle only when its last answer has left.
    server.closeIdleConnections();
    const left = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    if (left === 0) return;
  }
  server.closeAllConnections();
}

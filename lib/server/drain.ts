import type http from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Lets what is under way on a server that no longer accepts finish for at most `patience` ms, then cuts what is left.
 * Connections that rest are kept for `grace` ms: a balancer may be sending something on one of them just now, and is told
 * with the answer to use it no more.
 */
export async function drain(server: http.Server, patience: number, grace: number): Promise<void> {
  const began = performance.now();
  for (let spent = 0; spent < patience; spent = performance.now() - began) {
    // A kept-alive connection becomes idle only when its last answer has left.
    if (spent >= grace) server.closeIdleConnections();
    const left = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    if (left === 0) return;
    await wait(50);
  }
  server.closeAllConnections();
}

import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";
import { noteActivity } from "@/lib/events/presence-state";
import type { Connection } from "./connection";

const people = new Map<number, Set<Connection>>();

/** Registers a connection before its rooms are looked up, so that a removal in between is not missed. */
export function addConnection(connection: Connection): void {
  const { userId } = connection.ctx;
  const mine = people.get(userId) ?? new Set();
  people.set(userId, mine.add(connection));
  noteActivity(userId);
}

export function dropConnection(connection: Connection): void {
  const { userId } = connection.ctx;
  const mine = people.get(userId);
  mine?.delete(connection);
  if (mine?.size === 0) people.delete(userId);
}

/** Tabs and devices of one person; more is somebody who opens them in a loop. */
export const mostConnections = 100;

/** Refuses with `rate_limited` whoever has as many connections to this node as one person may. */
export function refuseTooMany(userId: number): void {
  if (config().RATE_LIMITS === "off" || (people.get(userId)?.size ?? 0) < mostConnections) return;
  throw new ChatError("rate_limited", "You have too many connections open. Close some.", { retryAfter: 30 });
}

export function connectionsOf(userId: number): Iterable<Connection> {
  return people.get(userId) ?? [];
}

/** Whether the connection is still there. */
export function isConnected(connection: Connection): boolean {
  return people.get(connection.ctx.userId)?.has(connection) ?? false;
}

export function connectedUsers(): number[] {
  return [...people.keys()];
}

export function* allConnections(): Generator<Connection> {
  for (const mine of people.values()) yield* mine;
}

/** Signs out the connections of these sessions. */
export function revokeSessions(sessionIds: Iterable<string>, reason: string): void {
  const ended = new Set(sessionIds);
  if (ended.size === 0) return;
  for (const connection of [...allConnections()]) {
    if (ended.has(connection.ctx.sessionId)) connection.revoked(reason);
  }
}

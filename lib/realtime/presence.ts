import { setImmediate as nextTurn } from "node:timers/promises";
import { type Signs, presentPeople } from "@/lib/domain/presence/present-people";
import { publish, subscribe } from "@/lib/events/bus";
import {
  activeAt,
  everybodySeen,
  forgetActivity,
  hearNode,
  lapsePresence,
  peopleHere,
  type Seen,
  thisNode,
} from "@/lib/events/presence-state";
import { log } from "@/lib/log/log";
import { presenceEmit } from "./channel-emit";
import { liveRooms } from "./delivery";
import { connectedUsers, isConnected } from "./people";
import type { SocketConnection } from "./socket-connection";

const every = 1000;
/** While there is more to tell than one round tells. */
const soon = 200;
/** So many people and newcomers a round: everybody who comes back at once must not be one huge question. */
const mostChanged = 200;
const mostNewcomers = 50;
/** Connected, but nothing done for so long (ms): away. A page on screen syncs every minute. */
const idle = 5 * 60_000;
/** Between two full accounts to the other nodes, and two notes of who is active (ms). */
const accountEvery = 5_000;
const noteEvery = 60_000;
const slice = 500;

const newcomers = new Map<SocketConnection, string[]>();

/** Within a moment the connection is told of everybody who is there and shares one of these rooms. */
export function greet(connection: SocketConnection, rooms: string[]): void {
  newcomers.set(connection, rooms);
}

/**
 * Keeps who is online: once a second it looks who is connected here, tells the other nodes what has changed, and tells
 * the clients that share a room with those for whom anything changed on any node. The database is asked once for all of
 * them, and only if there are any.
 */
export function startPresence(): () => void {
  const changed = new Set<number>();
  const told = new Map<number, string>();
  let accountAt = 0;
  let noteAt = performance.now() + noteEvery;

  const unsubscribe = subscribe((hint) => {
    if (hint.kind !== "presence.node" || hint.node === thisNode()) return;
    for (const userId of hearNode(hint)) changed.add(userId);
  });

  const say = (people: [number, Seen | null][], whole: boolean) => {
    const hint = { kind: "presence.node", node: thisNode(), whole, people } as const;
    for (const userId of hearNode(hint)) changed.add(userId);
    publish(hint);
  };

  /** Looks who is here; gives those whose last activity is to be noted. */
  const look = (now: number): number[] => {
    const before = peopleHere();
    const changes: [number, Seen | null][] = [];
    const here = new Set(connectedUsers());
    for (const userId of here) {
      const seen = now - activeAt(userId) < idle ? "online" : "away";
      if (before.get(userId) !== seen) changes.push([userId, seen]);
    }
    for (const userId of before.keys()) if (!here.has(userId)) changes.push([userId, null]);
    const due = now >= noteAt ? [...here] : changes.map(([userId]) => userId);
    if (now >= noteAt) noteAt = now + noteEvery;
    const active = due.filter((userId) => now - activeAt(userId) < noteEvery + every);
    if (changes.length > 0) say(changes, false);
    for (const [userId, seen] of changes) if (seen === null) forgetActivity(userId);
    if (now >= accountAt) {
      say([...peopleHere()], true);
      accountAt = now + accountEvery;
    }
    for (const userId of lapsePresence()) changed.add(userId);
    return active;
  };

  const tellChanges = (signs: Signs) => {
    for (const { sign, rooms, apart } of signs) {
      if ((told.get(sign.user_id) ?? "offline") === sign.status) continue;
      if (sign.status === "offline") told.delete(sign.user_id);
      else told.set(sign.user_id, sign.status);
      presenceEmit(
        rooms.flatMap((room) => liveRooms().get(room)?.audience.channels ?? []),
        sign,
        apart,
      );
    }
  };

  const round = async () => {
    const active = look(performance.now());
    const news = [...changed].slice(0, mostChanged);
    const arrived = [...newcomers].slice(0, mostNewcomers);
    if (active.length === 0 && news.length === 0 && arrived.length === 0) return;
    for (const userId of news) changed.delete(userId);
    for (const [connection] of arrived) newcomers.delete(connection);
    try {
      tellChanges(await presentPeople(news, active, [...liveRooms().keys()]));
      if (arrived.length > 0) await tellNewcomers(arrived);
    } catch (error) {
      for (const userId of news) changed.add(userId);
      for (const [connection, rooms] of arrived) if (isConnected(connection)) newcomers.set(connection, rooms);
      throw error;
    }
  };

  let timer: NodeJS.Timeout;
  let stopped = false;
  const next = (wait: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      round().then(
        () => next(changed.size > 0 || newcomers.size > 0 ? soon : every),
        (error: unknown) => {
          log.warn({ err: error }, "presence could not be told");
          next(every);
        },
      );
    }, wait).unref();
  };
  next(soon);
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    newcomers.clear();
    // The others need not wait until this node has been silent for long.
    say([], true);
  };
}

async function tellNewcomers(arrived: [SocketConnection, string[]][]): Promise<void> {
  const hearers = new Map<string, SocketConnection[]>();
  for (const [connection, rooms] of arrived) {
    for (const room of rooms) hearers.set(room, [...(hearers.get(room) ?? []), connection]);
  }
  let count = 0;
  for (const { sign, rooms, apart } of await presentPeople(everybodySeen(), [], [...hearers.keys()])) {
    if (sign.status === "offline") continue;
    for (const connection of new Set(rooms.flatMap((room) => hearers.get(room) ?? []))) {
      if (apart.includes(connection.ctx.userId)) continue;
      connection.presence(sign);
      if (++count % slice === 0) await nextTurn();
    }
  }
}

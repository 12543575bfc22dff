import { randomUUID } from "node:crypto";

/** Whether somebody's devices are in use, or only there. */
export type Seen = "online" | "away";

/** What one node says of the people connected to it: all of them, or those that have changed (null: gone). */
export type NodePresenceHint = { kind: "presence.node"; node: string; whole: boolean; people: [number, Seen | null][] };

type Node = { people: Map<number, Seen>; heardAt: number };
type Slot = {
  here: string;
  nodes: Map<string, Node>;
  leaving: Map<number, { seen: Seen; until: number }>;
  activeAt: Map<number, number>;
};

/** Who comes back within this (ms) was never gone: a page that loads anew, a node that hands its people to another. */
const grace = 5_000;
/** A node says who is there every 5 s: one that has been silent for so long is gone, and its people with it. */
const silence = 15_000;

// One for the process: server.ts and Next's bundles each load this module.
const slot = Symbol.for("aristay.presence");
const shared = globalThis as { [slot]?: Slot };
const state = () =>
  (shared[slot] ??= { here: randomUUID(), nodes: new Map(), leaving: new Map(), activeAt: new Map() });

export const thisNode = () => state().here;

/** The person does something just now, on whichever transport. */
export function noteActivity(userId: number): void {
  state().activeAt.set(userId, performance.now());
}

/** When somebody was last active here, by the process's clock. */
export function activeAt(userId: number): number {
  return state().activeAt.get(userId) ?? -Infinity;
}

export function forgetActivity(userId: number): void {
  state().activeAt.delete(userId);
}

/** How the person is seen over all devices and nodes. */
export function seenOf(userId: number): Seen | undefined {
  return connectedAnywhere(userId) ?? state().leaving.get(userId)?.seen;
}

function connectedAnywhere(userId: number): Seen | undefined {
  let seen: Seen | undefined;
  for (const { people } of state().nodes.values()) {
    const there = people.get(userId);
    if (there === "online") return there;
    seen ??= there;
  }
  return seen;
}

export function everybodySeen(): number[] {
  const seen = new Set(state().leaving.keys());
  for (const { people } of state().nodes.values()) for (const userId of people.keys()) seen.add(userId);
  return [...seen];
}

export function peopleHere(): ReadonlyMap<number, Seen> {
  return state().nodes.get(thisNode())?.people ?? new Map<number, Seen>();
}

/** Takes in what a node says; gives the people who may be seen otherwise now. */
export function hearNode({ node, whole, people }: NodePresenceHint): number[] {
  const { nodes, leaving } = state();
  const known = nodes.get(node) ?? { people: new Map<number, Seen>(), heardAt: 0 };
  nodes.set(node, known);
  known.heardAt = performance.now();
  const said = new Map<number, Seen | null>(whole ? [...known.people.keys()].map((userId) => [userId, null]) : []);
  for (const [userId, seen] of people) said.set(userId, seen);
  const touched: number[] = [];
  for (const [userId, seen] of said) {
    const before = known.people.get(userId);
    if (before === (seen ?? undefined)) continue;
    touched.push(userId);
    if (seen) {
      known.people.set(userId, seen);
      leaving.delete(userId);
    } else {
      known.people.delete(userId);
      if (before && !connectedAnywhere(userId)) leaving.set(userId, { seen: before, until: performance.now() + grace });
    }
  }
  return touched;
}

/** Ends what time alone ends: the grace of those who left, and nodes that fell silent; gives the people concerned. */
export function lapsePresence(): number[] {
  const { nodes, leaving } = state();
  const now = performance.now();
  const gone: number[] = [];
  for (const [name, { people, heardAt }] of nodes) {
    if (name === thisNode() || now - heardAt < silence) continue;
    nodes.delete(name);
    gone.push(...people.keys());
  }
  for (const [userId, { until }] of leaving) {
    if (until > now) continue;
    leaving.delete(userId);
    gone.push(userId);
  }
  return gone;
}

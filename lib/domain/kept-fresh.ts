import { subscribe } from "@/lib/events/bus";
import { log } from "@/lib/log/log";

type Slot<T> = { value?: T; first?: Promise<T>; readAt: number; turn: number; held: number; listening: boolean };

type Kept<T> = {
  /** What was read last; undefined before the first time. Looks again beside the caller when that is some time ago. */
  now: () => T | undefined;
  /** The same, but the first call of a process waits for the database. */
  whenRead: () => T | Promise<T>;
  /** As it is now. What was read earlier and comes later does not take its place. */
  reread: () => Promise<T>;
};

/**
 * What every node holds in its memory of the database, so that nobody waits for it. A change is told on the bus by a hint of
 * this kind; because a hint may get lost, it is also read again when it is used and older than `freshFor` (ms).
 */
export function keptFresh<T>(of: { kind: "filter" | "settings"; freshFor: number; read: () => Promise<T> }): Kept<T> {
  // One for the process: server.ts and Next's bundles each load this module.
  const name = Symbol.for(`aristay.kept.${of.kind}`);
  const globals = globalThis as typeof globalThis & Record<symbol, Slot<T> | undefined>;
  const slot = (globals[name] ??= { readAt: -Infinity, turn: 0, held: 0, listening: false });

  const reread = async (): Promise<T> => {
    if (!slot.listening) {
      slot.listening = true;
      subscribe((hint) => {
        if (hint.kind === of.kind) rereadLater();
      });
    }
    const turn = ++slot.turn;
    slot.readAt = performance.now();
    const value = await of.read();
    if (turn < slot.held && slot.value !== undefined) return slot.value;
    slot.held = turn;
    return (slot.value = value);
  };
  const rereadLater = () => {
    reread().catch((error: unknown) => {
      log.warn({ err: error, kind: of.kind }, "could not be read again; what was read before goes on");
    });
  };
  const now = () => {
    if (performance.now() - slot.readAt > of.freshFor) rereadLater();
    return slot.value;
  };
  const first = () =>
    (slot.first ??= reread().finally(() => {
      delete slot.first;
    }));
  return { reread, now, whenRead: () => (slot.value === undefined ? first() : (now() ?? first())) };
}

import { database } from "@/db/database";
import { selectFilterRules } from "@/db/queries/filter-rules";
import { subscribe } from "@/lib/events/bus";
import { log } from "@/lib/log/log";
import { compileRules, type Filter } from "./compile-rules";

type Slot = {
  filter?: Filter;
  first?: Promise<Filter>;
  readAt: number;
  turn: number;
  held: number;
  listening: boolean;
};

/** Another node's hint may get lost: beside the sends, the rules are looked at again after so long (ms). */
const freshFor = 30_000;

const slot = Symbol.for("aristay.filter");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };
const house = (globals[slot] ??= { readAt: 0, turn: 0, held: 0, listening: false });

/** The rules of the house, from memory. Only the first call of a process waits for the database. */
export function houseFilter(): Filter | Promise<Filter> {
  if (!house.filter) {
    return (house.first ??= rereadFilter().finally(() => {
      delete house.first;
    }));
  }
  if (performance.now() - house.readAt > freshFor) rereadLater();
  return house.filter;
}

/** Reads and compiles the rules as they are now. Whatever was read earlier and comes later does not take their place. */
export async function rereadFilter(): Promise<Filter> {
  if (!house.listening) {
    house.listening = true;
    subscribe((hint) => {
      if (hint.kind === "filter") rereadLater();
    });
  }
  const turn = ++house.turn;
  house.readAt = performance.now();
  const filter = compileRules(await selectFilterRules(database().db));
  if (turn < house.held && house.filter) return house.filter;
  house.held = turn;
  return (house.filter = filter);
}

function rereadLater(): void {
  rereadFilter().catch((error: unknown) => {
    log.warn({ err: error }, "the rules of the filter could not be read; those read before go on");
  });
}

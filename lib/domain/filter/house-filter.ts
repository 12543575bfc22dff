import { database } from "@/db/database";
import { selectFilterRules } from "@/db/queries/filter-rules";
import { keptFresh } from "../kept-fresh";
import { compileRules, type Filter } from "./compile-rules";

const kept = keptFresh<Filter>({
  kind: "filter",
  freshFor: 30_000,
  read: async () => compileRules(await selectFilterRules(database().db)),
});

/** The rules of the house, from memory. Only the first call of a process waits for the database. */
export const houseFilter = (): Filter | Promise<Filter> => kept.whenRead();

/** Reads and compiles the rules as they are now. */
export const rereadFilter = (): Promise<Filter> => kept.reread();

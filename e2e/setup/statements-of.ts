import type { SQL } from "drizzle-orm";
import { type Db, database } from "@/db/database";

/** How many statements the process makes, in transactions too, until `work` is done. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const slot = database();
  const { db } = slot;
  let statements = 0;
  const counting = (on: Db): Db =>
    new Proxy(on, {
      get(target, key) {
        if (key === "execute") return (query: SQL) => ((statements += 1), target.execute(query));
        if (key === "transaction")
          return <T>(inside: (tx: Db) => Promise<T>) =>
            target.transaction((tx) => inside(counting(tx as unknown as Db)));
        return Reflect.get(target, key, target) as unknown;
      },
    });
  slot.db = counting(db);
  try {
    await work();
  } finally {
    slot.db = db;
  }
  return statements;
}

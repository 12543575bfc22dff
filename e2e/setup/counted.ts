import { sql, type SQL } from "drizzle-orm";
import { database } from "@/db/database";

type Plan = { "Shared Hit Blocks": number; "Shared Read Blocks": number };

/** Runs `work` and counts the statements that it makes and the blocks (8 kB) that the database touches for them. */
export async function counted<T>(work: () => Promise<T>): Promise<{ result: T; statements: number; blocks: number }> {
  const slot = database();
  const { db } = slot;
  let statements = 0;
  let blocks = 0;
  slot.db = new Proxy(db, {
    get(target, key) {
      if (key !== "execute") return Reflect.get(target, key, target) as unknown;
      return async (query: SQL) => {
        statements += 1;
        const [row] = await target.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
          sql`explain (analyze, buffers, format json) ${query}`,
        );
        const plan = row?.["QUERY PLAN"][0]?.Plan;
        blocks += (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0);
        return target.execute(query);
      };
    },
  });
  try {
    return { result: await work(), statements, blocks };
  } finally {
    slot.db = db;
  }
}

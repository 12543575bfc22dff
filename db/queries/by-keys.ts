import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

/**
 * Whether the statements that follow in this transaction are planned for lookups by keys alone. A connection keeps its plan of
 * a statement, and one that was made while a table was nearly empty would read the whole of it for ever so few rows.
 */
export async function byKeys(tx: Db, alone: boolean): Promise<void> {
  const others = alone ? "off" : "on";
  await tx.execute(sql`select set_config('enable_seqscan', ${others}, true), set_config('enable_hashjoin', ${others}, true),
    set_config('enable_mergejoin', ${others}, true)`);
}

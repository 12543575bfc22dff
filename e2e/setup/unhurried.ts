import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "@/db/database";
import { config } from "@/lib/config/config";

/** Runs in one transaction what would take the product's own connections too long: filling tables by the 100,000. */
export async function unhurried<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const client = postgres(config().DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  try {
    return await drizzle(client).transaction(work);
  } finally {
    await client.end();
  }
}

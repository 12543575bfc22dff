import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

const folder = path.resolve(/* turbopackIgnore: true */ "db/migrations");
const migrationLock = 4_218_002;

const silent = new Logger(() => () => undefined);

/**
 * Brings the database up to date, the job queue's own schema too. Several processes may start together: one works, the
 * others wait for it.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await runMigrations({ connectionString: url, maxPoolSize: 1, logger: silent });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The moment of the newest migration in this build; a database is current when it has recorded the same or a later one. */
export function newestMigration(): number {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  return Math.max(0, ...journal.entries.map((entry) => entry.when));
}

import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

type Slot = { sql: postgres.Sql; db: PostgresJsDatabase };
const slot = Symbol.for("aristay.database");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };

function open(): Slot {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: the server sets it when it starts the embedded database.");
  const sql = postgres(url, {
    max: 16,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => undefined,
    // A hung statement must never hold a room: sends answer "retry" within 5 s (DESIGN.md §1.7).
    connection: { application_name: "aristay-chat", statement_timeout: 4000, lock_timeout: 3000 },
  });
  return { sql, db: drizzle(sql) };
}

/** The pool, one for the process: `server.ts` and Next's bundles each load this module. */
export function database(): Slot {
  return (globals[slot] ??= open());
}

/** Closes the pool; the next `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open_ = globals[slot];
  delete globals[slot];
  await open_?.sql.end({ timeout: 3 });
}

/** Drizzle's handle, or one inside a transaction: every query takes it as its first argument. */
export type Db = PostgresJsDatabase | Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

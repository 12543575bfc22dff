import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { patientSql } from "./patient-sql";

type Slot = { sql: postgres.Sql; db: PostgresJsDatabase };
const slot = Symbol.for("aristay.database");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };

/** So long without any answer (ms), while somebody asks, and the whole pool counts as lost. */
const silence = 4000;

function open(): Slot {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: the server sets it when it starts the embedded database.");
  const sql = postgres(url, {
    max: 16,
    connect_timeout: 4,
    idle_timeout: 60,
    onnotice: () => undefined,
    // A database that is back is used at once, however long it was away.
    backoff: (tries) => Math.min(0.5, 0.02 * 2 ** tries),
    // A hung statement must never hold a room: sends answer "retry" within 5 s.
    connection: { application_name: "aristay-chat", statement_timeout: 4000, lock_timeout: 2000 },
  });
  let answeredAt = performance.now();
  const db = drizzle(
    patientSql(sql, {
      answered: () => (answeredAt = performance.now()),
      silent: () => {
        // One lost connection is the driver's to replace. When none of them says anything, all are given up.
        if (globals[slot]?.sql === sql && performance.now() - answeredAt > silence) renewDatabase();
      },
    }),
  );
  return { sql, db };
}

/** A new pool for what comes; what the old one still does may end within a second. */
export function renewDatabase(): void {
  const old = globals[slot];
  delete globals[slot];
  old?.sql.end({ timeout: 1 }).catch(() => undefined);
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

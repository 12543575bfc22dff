import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { patientSql } from "./patient-sql";

type Slot = {
  sql: postgres.Sql;
  db: PostgresJsDatabase;
  /**
   * One connection, for what is written one after the other by everybody: sends. The pool takes its connections in turn,
   * and a send that each time meets another process of the database, with a cold cache, takes twice as long.
   */
  line: PostgresJsDatabase;
  end(patience: { timeout: number }): Promise<unknown>;
};
const slot = Symbol.for("aristay.database");
const globals = globalThis as typeof globalThis & { [slot]?: Slot };

/** So long without any answer (ms), while somebody asks, and the whole pool counts as lost. */
const silence = 4000;

function open(): Slot {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: the server sets it when it starts the embedded database.");
  const options = {
    connect_timeout: 4,
    onnotice: () => undefined,
    // A database that is back is used at once, however long it was away.
    backoff: (tries: number) => Math.min(0.5, 0.02 * 2 ** tries),
    // A hung statement must never hold a room: sends answer "retry" within 5 s.
    connection: { application_name: "aristay-chat", statement_timeout: 4000, lock_timeout: 2000 },
  };
  const sql = postgres(url, { ...options, max: 16, idle_timeout: 60 });
  const one = postgres(url, { ...options, max: 1 });
  // One lost connection is the driver's to replace. When none of a pool says anything, all are given up.
  const heard = () => {
    let answeredAt = performance.now();
    return {
      answered: () => (answeredAt = performance.now()),
      silent: () => {
        if (globals[slot]?.sql === sql && performance.now() - answeredAt > silence) renewDatabase();
      },
    };
  };
  return {
    sql,
    db: drizzle(patientSql(sql, heard())),
    line: drizzle(patientSql(one, heard())),
    end: (patience) => Promise.all([sql.end(patience), one.end(patience)]),
  };
}

/** New pools for what comes; what the old ones still do may end within a second. */
export function renewDatabase(): void {
  const old = globals[slot];
  delete globals[slot];
  old?.end({ timeout: 1 }).catch(() => undefined);
}

/** The pools, for the whole process: `server.ts` and Next's bundles each load this module. */
export function database(): Slot {
  return (globals[slot] ??= open());
}

/** Closes them; the next `database()` opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open_ = globals[slot];
  delete globals[slot];
  await open_?.end({ timeout: 3 });
}

/** Drizzle's handle, or one inside a transaction: every query takes it as its first argument. */
export type Db = PostgresJsDatabase | Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

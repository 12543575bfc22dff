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
  return { sql, db: drizzle(prepared(sql)) };
}

/**
 * Drizzle sends raw statements unprepared, so the database would plan the big statement of a send anew every time.
 * Statements without parameters stay simple: there is nothing to plan.
 */
function prepared<T extends postgres.ISql>(sql: T): T {
  return new Proxy(sql, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (key === "unsafe") {
        return (text: string, params: postgres.ParameterOrJSON<never>[] = []) =>
          target.unsafe(text, params, { prepare: params.length > 0 });
      }
      if (key === "begin" || key === "savepoint") {
        const open = value as (...given: unknown[]) => unknown;
        return (...given: unknown[]) =>
          open(
            ...given.map((one) =>
              typeof one === "function" ? (inner: T) => (one as (inner: T) => unknown)(prepared(inner)) : one,
            ),
          );
      }
      return value;
    },
  });
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

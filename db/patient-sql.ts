import type postgres from "postgres";

/** The database ends every statement itself after 4 s (`statement_timeout`): silence for longer means that it hangs. */
const patience = 4300;

/** The database did not answer. What was asked may or may not happen still. */
export class SilentDatabaseError extends Error {
  override name = "SilentDatabaseError";
  readonly code = "SILENT_DATABASE";
  constructor() {
    super("The database does not answer.");
  }
}

type Watch = { touch(): void; over: boolean };
type Statement = (text: string, params?: postgres.ParameterOrJSON<never>[]) => unknown;
type Begin = (...given: unknown[]) => Promise<unknown>;

export type Heard = {
  /** The database, or the driver for it, has answered something. */
  answered(): void;
  silent(): void;
};

/**
 * What drizzle is given for its driver's handle. Two things are added:
 * - Nothing waits for ever. A stopped machine or a line that went dead answers neither yes nor no, and the driver would
 *   wait as long as TCP does.
 * - Statements with parameters are prepared, which drizzle never asks for: the big statement of a send is then planned
 *   once a connection, not every time.
 */
export function patientSql<T extends postgres.ISql>(sql: T, heard: Heard, transaction?: Watch): T {
  const unsafe: Statement = (text, params = []) => {
    if (transaction?.over) throw new SilentDatabaseError();
    const pending = sql.unsafe(text, params, { prepare: params.length > 0 });
    const run = pending.then.bind(pending);
    // A statement starts when somebody waits for it, so that is where the clock starts too.
    const then = (...wanted: Parameters<typeof run>) =>
      (transaction ? noted(run, transaction) : bounded(run, heard)).then(...wanted);
    return Object.assign(pending, { then });
  };
  return new Proxy(sql, {
    get(target, key) {
      if (key === "unsafe") return unsafe;
      const value: unknown = Reflect.get(target, key, target);
      if (key === "begin") return (...given: unknown[]) => begin(value as Begin, given, heard);
      if (key === "savepoint") return (...given: unknown[]) => (value as Begin)(...inside(given, heard, transaction));
      return value;
    },
  });
}

type Rows = Awaited<ReturnType<postgres.ISql["unsafe"]>>;
type Run = ReturnType<postgres.ISql["unsafe"]>["then"];

function bounded(run: Run, heard: Heard): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      heard.silent();
      reject(new SilentDatabaseError());
    }, patience);
    const settled = () => {
      clearTimeout(timer);
      heard.answered();
    };
    void run(
      (rows) => {
        settled();
        resolve(rows);
      },
      (error: unknown) => {
        settled();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

async function noted(run: Run, transaction: Watch): Promise<Rows> {
  transaction.touch();
  try {
    return await run((rows) => rows);
  } finally {
    transaction.touch();
  }
}

/** A transaction may last, but not be silent: its start, its end and every statement between count as signs of life. */
function begin(start: Begin, given: unknown[], heard: Heard): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const watch: Watch = {
      over: false,
      touch() {
        clearTimeout(timer);
        if (this.over) return;
        heard.answered();
        timer = setTimeout(silent, patience);
      },
    };
    const silent = () => {
      // Should it answer after all, the transaction stops at its next statement.
      watch.over = true;
      heard.silent();
      reject(new SilentDatabaseError());
    };
    timer = setTimeout(silent, patience);
    start(...inside(given, heard, watch))
      .then(resolve, reject)
      .finally(() => {
        watch.touch();
        watch.over = true;
        clearTimeout(timer);
      });
  });
}

function inside(given: unknown[], heard: Heard, watch: Watch | undefined): unknown[] {
  return given.map((one) => {
    if (typeof one !== "function") return one;
    return (inner: postgres.ISql) => {
      if (watch?.over) throw new SilentDatabaseError();
      watch?.touch();
      return (one as (inner: postgres.ISql) => unknown)(patientSql(inner, heard, watch));
    };
  });
}

import postgres from "postgres";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { TcpProxy } from "@/bench/faults/world/tcp-proxy";
import { useTestDatabase } from "./setup/test-database";

/*
 * What `patches/postgres+….patch` mends: without it a lost connection of the driver hands one answer to another question,
 * lets a transaction that is over act in somebody else's, keeps connections for ever, or ends the process.
 */
const direct = new URL(await useTestDatabase());
const prepared = { prepare: true };
let line: TcpProxy;
let through: string;

beforeEach(async () => {
  line = await TcpProxy.open();
  line.targets = [Number(direct.port)];
  const url = new URL(direct);
  url.port = String(line.port);
  through = url.href;
});
afterEach(async () => {
  line.close();
  await endSleepers();
});

function pool(max: number, settings: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  const sql = postgres(through, { max, backoff: () => 0.02, onnotice: () => undefined, ...settings });
  onTestFinished(() => sql.end({ timeout: 0 }));
  return sql;
}

/** A statement that is on its way, and that PostgreSQL has planned before: it takes `seconds`. */
const sleep = (sql: postgres.ISql, seconds: number) =>
  sql.unsafe("select pg_sleep($1::float8)::text", [seconds], prepared);
const name = async (sql: postgres.ISql, own: string) =>
  (await sql.unsafe<{ name: string }[]>("select $1::text as name", [own], prepared)).map((row) => row.name);

/** Once PostgreSQL works at it: what is cut then has been asked. */
async function sleeping(count = 1): Promise<void> {
  const admin = postgres(direct.href, { max: 1, onnotice: () => undefined });
  const asleep = () => admin`
    select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  await expect.poll(async () => (await asleep()).length, { timeout: 10_000 }).toBe(count);
  await admin.end();
}

it("gives nobody the answer to another's question after a connection was reset", async () => {
  let closed = () => {};
  const ended = new Promise<void>((resolve) => (closed = resolve));
  const sql = pool(1, { onclose: () => closed() });
  await sleep(sql, 0);
  await name(sql, "first");
  const lost = sleep(sql, 30);
  // Asked in the moment between the reset and the end of the connection.
  const asked = lost.then(
    () => ["not lost"],
    () => name(sql, "mine").catch(() => ["mine"]),
  );
  await sleeping();
  line.cut();
  await expect(lost).rejects.toThrow();
  await ended;
  const others = await sql.begin(async (tx) => {
    await tx.unsafe("select 'somebody else' as name");
    return name(tx, "theirs");
  });
  expect(others).toEqual(["theirs"]);
  expect(await asked).toEqual(["mine"]);
});

it("answers in full after a statement that failed between its rows", async () => {
  const sql = pool(1);
  const failing = sql.unsafe("select 10 / (4 - n) from generate_series(1, 10) n").catch(() => "failed");
  const next = sql.unsafe<{ n: number }[]>("select n from generate_series(1, 3) n");
  expect(await failing).toBe("failed");
  expect((await next).map((row) => row.n)).toEqual([1, 2, 3]);
});

it("lets a transaction whose connection was lost do nothing more, least of all in the next one's", async () => {
  const sql = pool(1);
  await sql.unsafe("create table written (who text)");
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let begun = () => {};
  const isOpen = new Promise<void>((resolve) => (begun = resolve));
  let late: Promise<unknown> = Promise.resolve();
  const first = sql.begin(async (tx) => {
    await name(tx, "first");
    begun();
    await held;
    late = tx.unsafe("insert into written values ('first')").execute();
    await late;
  });
  await isOpen;
  line.cut();
  await expect(first).rejects.toThrow();
  await sql.begin(async (tx) => {
    await tx.unsafe("insert into written values ('second')");
    goOn();
    await name(tx, "second");
    await expect(late).rejects.toThrow();
    // By now the first has also tried to take back what it had not done.
    await name(tx, "second");
  });
  expect([...(await sql.unsafe("select who from written"))]).toEqual([{ who: "second" }]);
});

it.each([
  ["reset", () => Promise.resolve(line.cut()).then(endSleepers)],
  ["closed", () => endSleepers()],
])("loses no connection for good when transactions on it are %s, and no process", async (_how, lose) => {
  const sql = pool(3, { connect_timeout: 5 });
  for (let round = 0; round < 3; round++) {
    const lost = Promise.allSettled(Array.from({ length: 3 }, () => sql.begin((tx) => sleep(tx, 30))));
    await sleeping(3);
    await lose();
    expect((await lost).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  }
  // Each of the three is there, at the same time.
  const all = Promise.all(Array.from({ length: 3 }, () => sql.begin((tx) => sleep(tx, 1))));
  await sleeping(3);
  await all;
});

/** PostgreSQL ends those that sleep in an orderly way, as at a restart; also those whose line was cut, which notice nothing. */
async function endSleepers(): Promise<void> {
  const admin = postgres(direct.href, { max: 1, onnotice: () => undefined });
  await admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`;
  await admin.end();
}

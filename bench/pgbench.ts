import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { median } from "./median";

/** What a message costs a database that does nothing else: the tables of the yardsticks. */
export const yardstickTables = `
  create table if not exists yard_rooms (id int primary key, last_seq bigint not null default 0);
  create table if not exists yard_messages (id bigint generated always as identity primary key, room int not null,
    content text not null, at timestamptz not null default clock_timestamp());
  insert into yard_rooms select n from generate_series(1, 100) n on conflict do nothing`;

const insert = `insert into yard_messages (room, content) values (:room, 'The key is under the mat of the house.');`;
const updateAndInsert = `begin;\nupdate yard_rooms set last_seq = last_seq + 1 where id = :room;\n${insert}\ncommit;`;

export const yardsticks = {
  /** Everybody writes into one room: all wait for its row. */
  hotRoom: `\\set room 1\n${updateAndInsert}`,
  hundredRooms: `\\set room random(1, 100)\n${updateAndInsert}`,
  plainInsert: `\\set room random(1, 100)\n${insert}`,
};

/** Runs a yardstick; transactions per second, and the middle latency in ms. */
export async function pgbench(
  program: string,
  url: string,
  script: string,
  clients: number,
  seconds: number,
): Promise<{ perSecond: number; p50: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "aristay-bench-"));
  try {
    const file = path.join(folder, "script.sql");
    await writeFile(file, script);
    const threads = String(Math.min(2, clients));
    const load = ["-n", "-M", "prepared", "-c", String(clients), "-j", threads, "-T", String(seconds), "-f", file];
    const logged = clients === 1 ? ["-l", `--log-prefix=${path.join(folder, "latency")}`] : [];
    const { stdout } = await promisify(execFile)(program, [...load, ...logged, url]);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0);
    if (!Number.isFinite(perSecond)) throw new Error(`pgbench said: ${stdout}`);
    const latencies: number[] = [];
    for (const name of await readdir(folder)) {
      if (!name.startsWith("latency")) continue;
      const lines = (await readFile(path.join(folder, name), "utf8")).trim().split("\n");
      for (const line of lines) latencies.push(Number(line.split(" ")[2]) / 1000);
    }
    return { perSecond, p50: latencies.length > 0 ? median(latencies) : Number.NaN };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where pgbench is: in the PATH, or where Debian keeps it. Null when there is none. */
export function findPgbench(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    ...versions.map((one) => path.join(debian, one, "bin")),
  ];
  return folders.map((folder) => path.join(folder, "pgbench")).find((file) => existsSync(file)) ?? null;
}

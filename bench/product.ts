import { type ChildProcess, fork, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { issueAccessToken } from "@/lib/auth/access-token";
import { hashPassword } from "@/lib/auth/password";
import { freePort } from "./faults/world/free-port";
import { yardstickTables } from "./pgbench";

export type Product = {
  url: string;
  databaseUrl: string;
  /** Memory of the server's process, in kB. */
  memory(): number;
  people(count: number): Promise<{ id: number; token: string }[]>;
  /** With it they sign in at a browser. Resolves with their username. */
  givePassword(person: { id: number }, password: string): Promise<string>;
  /** A room that all these people are in. */
  room(people: { id: number }[]): Promise<string>;
  /** What is to be set up or looked at in the database. */
  query(text: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
};

/** The server as it is built and started for people, on a database and a folder of its own. */
export async function startProduct(SEED: "none" | "demo" = "none"): Promise<Product> {
  const secret = "a secret that only this measurement knows";
  const folder = await mkdtemp(path.join(tmpdir(), "aristay-bench-"));
  const database = await startEmbeddedPostgres(path.join(folder, "database"));
  const port = await freePort();
  const settings = { PORT: String(port), HOST: "127.0.0.1", APP_URL: `http://127.0.0.1:${port}`, SEED };
  Object.assign(process.env, {
    AUTH_SECRET: secret,
    DATABASE_URL: database.url,
    LOG_LEVEL: "error",
    ACCESS_TOKEN_TTL_SECONDS: "86400",
  });
  const server = spawn(process.execPath, ["dist/server.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...settings,
      NODE_ENV: "production",
      RATE_LIMITS: "off",
      // The push services of the measurement listen on this machine.
      PUSH_PRIVATE: "allow",
      DATA_DIR: path.join(folder, "data"),
      REDIS_URL: "",
    },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (server.exitCode !== null) throw new Error("The server did not start.");
    await wait(200);
  }
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  await sql.unsafe(yardstickTables);
  let made = 0;
  return {
    url,
    databaseUrl: database.url,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]),
    async people(count) {
      const people: { id: number; token: string }[] = [];
      for (let i = 0; i < count; i++) {
        const username = `person-${++made}`;
        const [row] = await sql<{ id: number; sid: string }[]>`with u as (
          insert into users (username, first_name, last_name, email) values (${username}, 'Person', ${String(made)},
            ${`${username}@example.com`}) returning id)
          insert into sessions (user_id, kind, expires_at) select id, 'device', now() + interval '1 day' from u
          returning user_id as id, id as sid`;
        if (!row) throw new Error("No person was made.");
        const token = await issueAccessToken({ userId: row.id, username, role: "staff", sessionId: row.sid });
        people.push({ id: row.id, token });
      }
      return people;
    },
    async givePassword(person, password) {
      const hash = await hashPassword(password);
      const [row] = await sql<{ username: string }[]>`
        update users set password_hash = ${hash} where id = ${person.id} returning username`;
      if (!row) throw new Error("There is nobody of this number.");
      return row.username;
    },
    async room(people) {
      const id = randomUUID();
      await sql`insert into rooms (id, room_type, name, participant_count) values (${id}, 'group', 'Bench', ${people.length})`;
      await sql`insert into participants ${sql(people.map((person) => ({ room_id: id, user_id: person.id })))}`;
      return id;
    },
    query: async (text) => [...(await sql.unsafe(text))],
    async stop() {
      await sql.end();
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts one of the yardstick servers beside this file. */
export async function startYardstick(file: string): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(path.resolve(file), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return { url, child };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { livePostmaster } from "@/db/embedded/postmaster";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const data = () => path.join(folder, "data");

async function ask<Row>(url: string, question: string): Promise<Row | undefined> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql.unsafe<Row[]>(question);
    return row;
  } finally {
    await sql.end();
  }
}

test("what was committed is there after a stop, and after the process that started it was killed", async () => {
  const first = await startEmbeddedPostgres(data());
  await ask(first.url, "create table notes as select 'kept'::text as note");
  await first.stop();
  await expect(ask(first.url, "select 1")).rejects.toThrow();

  const script = path.join(folder, "start.ts");
  await writeFile(
    script,
    `import { startEmbeddedPostgres } from ${JSON.stringify(path.resolve("db/embedded/start-embedded-postgres.ts"))};
     startEmbeddedPostgres(${JSON.stringify(data())}).then(({ url }) => { console.log(url); setInterval(() => undefined, 1000); });`,
  );
  const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
  const process_ = spawn(process.execPath, ["--import", tsx, script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(process_.stdout, "data")) as [Buffer];
  process_.kill("SIGKILL");
  await once(process_, "exit");

  const adopted = await startEmbeddedPostgres(data());
  expect(adopted.url).toBe(line.toString().trim());
  expect(await ask(adopted.url, "select note from notes")).toEqual({ note: "kept" });
  await adopted.stop();
  await expect(ask(adopted.url, "select 1")).rejects.toThrow();
});

test("the last one out turns off the light", async () => {
  const [one, two] = await Promise.all([startEmbeddedPostgres(data()), startEmbeddedPostgres(data())]);
  expect(one.url).toBe(two.url);
  await one.stop();
  expect(await ask(two.url, "select 1 as here")).toEqual({ here: 1 });
  await two.stop();
  await expect(ask(two.url, "select 1")).rejects.toThrow();
});

test("a mark left by a process that is gone, whose number is somebody else's now, is no obstacle", async () => {
  await (await startEmbeddedPostgres(data())).stop();
  await writeFile(
    path.join(data(), "postgres", "postmaster.pid"),
    `${process.pid}\n${data()}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );
  const again = await startEmbeddedPostgres(data());
  expect(await ask(again.url, "show fsync")).toEqual({ fsync: "on" });
  await again.stop();
});

test("a lock that a server has made and not yet written into stays its own; an old empty one is no obstacle", async () => {
  await mkdir(data());
  const lock = path.join(data(), "postmaster.pid");
  await writeFile(lock, "");
  expect(livePostmaster(data())).toBe("busy");
  await access(lock);
  const minuteAgo = new Date(Date.now() - 60_000);
  await utimes(lock, minuteAgo, minuteAgo);
  expect(livePostmaster(data())).toBe(null);
  await expect(access(lock)).rejects.toThrow("ENOENT");
});

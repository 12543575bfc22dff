import { sql } from "drizzle-orm";
import { afterAll, expect, it, vi } from "vitest";
import { addJob, releaseJobs } from "@/db/queries/jobs";
import { startJobs } from "@/lib/jobs/start-jobs";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";

process.env.DATA_DIR = await temporaryFolder();
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const nodes: { stop(): Promise<void> }[] = [];
afterAll(() => Promise.all(nodes.map((node) => node.stop())));

const orphan = async () => {
  const { db } = database();
  const [user] = await db.execute<{ id: number }>(sql`insert into users (username, email, password_hash, role)
    values (${crypto.randomUUID()}, ${`${crypto.randomUUID()}@example.com`}, 'x', 'staff') returning id`);
  await db.execute(sql`insert into attachments (uploader_id, kind, name, size, content_type, storage_key, created_at)
    values (${user?.id ?? 0}, 'file', 'old.txt', 1, 'text/plain', ${"a".repeat(40)}, now() - interval '2 days')`);
};
const count = async (from: ReturnType<typeof sql>) => {
  const [row] = await database().db.execute<{ n: number }>(sql`select count(*)::int as n from ${from}`);
  return row?.n;
};
const files = () => count(sql`attachments`);
const waiting = () => count(sql`graphile_worker.jobs`);

it("does what was committed, once, on any of two nodes, also what was added before they started", async () => {
  const { db } = database();
  await orphan();
  await expect(
    db.transaction(async (tx) => {
      await addJob(tx, "sweep-files", {});
      throw new Error("taken back");
    }),
  ).rejects.toThrow("taken back");
  expect(await waiting()).toBe(0);
  await db.transaction((tx) => addJob(tx, "sweep-files", {}));
  expect([await waiting(), await files()]).toEqual([1, 1]);

  nodes.push(...(await Promise.all([startJobs(url), startJobs(url)])));
  await vi.waitFor(async () => expect([await waiting(), await files()]).toEqual([0, 0]), 10_000);

  await orphan();
  await db.transaction(async (tx) => {
    for (let n = 0; n < 5; n++) await addJob(tx, "sweep-files", {}, { key: "one sweep" });
  });
  // Announced by the commit: the poll comes only every five seconds.
  await vi.waitFor(async () => expect([await waiting(), await files()]).toEqual([0, 0]), 3000);
  await addJob(db, "sweep-files", {}, { delay: 3600 });
  await addJob(db, "sweep-files", {}, { delay: 3600, key: "one sweep" });
  await addJob(db, "sweep-files", {}, { delay: 3600, key: "one sweep" });
  expect(await waiting()).toBe(2);
});

it("does again what a process held that was killed, and what waited behind it in its queue", async () => {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
  const { db } = database();
  await db.execute(sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`);
  await orphan();
  await addJob(db, "sweep-files", {}, { queue: "one by one" });
  await addJob(db, "sweep-files", {}, { queue: "one by one" });
  const heldSince = (minutes: number) => sql`now() - ${minutes}::int * interval '1 minute'`;
  const hold = async (minutes: number) => {
    await db.execute(sql`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = ${heldSince(minutes)}
      where id = (select min(id) from graphile_worker._private_jobs)`);
    await db.execute(
      sql`update graphile_worker._private_job_queues set locked_by = 'killed', locked_at = ${heldSince(minutes)}`,
    );
  };
  await hold(9);
  await releaseJobs(db);
  expect(await count(sql`graphile_worker.jobs where locked_by = 'killed'`), "a long job goes on").toBe(1);
  await hold(11);
  nodes.push(await startJobs(url));
  await vi.waitFor(async () => expect([await waiting(), await files()]).toEqual([0, 0]), 10_000);
});

it("follows a database that came back at another address", async () => {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
  const elsewhere = new URL(url);
  elsewhere.pathname = "/postgres";
  nodes.push(await startJobs(elsewhere.href));
  await orphan();
  await addJob(database().db, "sweep-files", {});
  await vi.waitFor(async () => expect(await files()).toBe(0), 10_000);
});

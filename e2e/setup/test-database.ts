import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { useDatabase } from "@/lib/config/config";

/**
 * A database of the test file's own, copied from the migrated template. Call it at the top of the file, before
 * anything imports `@/db/database`:
 *
 *     await useTestDatabase();
 *     const { db } = await import("@/db/database");
 *
 * Returns its address. It goes away with the server at the end of the run.
 */
export async function useTestDatabase(): Promise<string> {
  const server = inject("databaseServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  // Files start at once, and PostgreSQL copies a template for one at a time.
  await admin`select pg_advisory_lock(4218003)`;
  await admin.unsafe(`create database ${name} template chat_template`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  useDatabase(url.href);
  return url.href;
}

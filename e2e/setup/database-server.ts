import { copyFile, rm } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { collectedLog } from "@/e2e/setup/collected";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** The database that every test file's own one is copied from: migrated, and empty. */
export const template = "chat_template";

/** Once a run: a real PostgreSQL (TEST_DATABASE_URL, or one in a temporary folder) with the migrated template. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = given ? null : await temporaryFolder();
  const embedded = folder ? await startEmbeddedPostgres(path.join(folder, "data")).catch(explain) : null;
  const server = given ?? embedded?.url ?? "";
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${template} with (force)`);
  await admin.unsafe(`create database ${template}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${template}`;
  await migrate(url.href);
  provide("databaseServer", server);
  return async () => {
    await embedded?.stop();
    const file = collectedLog("database");
    if (folder && file) await copyFile(path.join(folder, "data", "postgres.log"), file);
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}

function explain(error: unknown): never {
  throw new Error("The test database could not be started", { cause: error });
}

import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { clusterFolder, clusterPassword, initialise } from "@/db/embedded/cluster-folder";
import { nativeBinaries } from "@/db/embedded/native-binaries";
import { halt, launch, livePostmaster, type Postmaster } from "@/db/embedded/postmaster";
import { runAs } from "@/db/embedded/run-as";

export interface EmbeddedPostgres {
  url: string;
  /** Where the files are, when that is not `<data folder>/postgres`. */
  movedTo: string | null;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
}

// Every process that uses the server holds this lock together with the others; who gets it alone was the last one.
const usersLock = 4_218_001;
const database = "aristay";

/**
 * Starts a real PostgreSQL on the data folder, or adopts the one that a killed process left running there.
 * Throws an Error with one clear line when that is impossible.
 */
export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const user = runAs();
  const programs = nativeBinaries(user);
  const { folder, moved } = clusterFolder(dataFolder, user);
  initialise(folder, programs.initdb, user);
  const password = clusterPassword(folder);
  const log = path.join(dataFolder, "postgres.log");

  let reason = "it stays busy";
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    const found = livePostmaster(folder);
    const postmaster = found ?? (await launch(programs.postgres, folder, log, user));
    if (postmaster === null || postmaster === "busy") continue;
    try {
      const url = (name: string) => `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/${name}`;
      const hold = await join(url("postgres"));
      return {
        url: url(database),
        movedTo: moved ? folder : null,
        stop: () => leave(hold, postmaster, folder, programs.pgCtl),
      };
    } catch (error) {
      // It was just stopping, or had just gone: look again.
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`the embedded PostgreSQL in ${folder} cannot be used: ${reason}`);
}

/** Connects, makes the database at the first time, and counts this process among the users of the server. */
async function join(url: string): Promise<postgres.Sql> {
  const hold = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "aristay-hold" },
  });
  try {
    await hold`select pg_advisory_lock_shared(${usersLock})`;
    const [there] = await hold`select 1 from pg_database where datname = ${database}`;
    if (!there) {
      await hold.unsafe(`create database ${database}`).catch((error: unknown) => {
        const raced = error instanceof postgres.PostgresError && ["42P04", "23505"].includes(error.code);
        if (!raced) throw error;
      });
    }
    return hold;
  } catch (error) {
    await hold.end({ timeout: 0 });
    throw error;
  }
}

async function leave(hold: postgres.Sql, postmaster: Postmaster, folder: string, pgCtl: string): Promise<void> {
  let last = true;
  try {
    await hold`select pg_advisory_unlock_shared(${usersLock})`;
    const [row] = await hold<{ alone: boolean }[]>`select pg_try_advisory_lock(${usersLock}) as alone`;
    last = row?.alone ?? true;
  } catch {
    // The connection broke: the server is going down or ill, and is stopped all the same.
  }
  if (last) await halt(postmaster, folder, pgCtl);
  await hold.end({ timeout: 0 });
}

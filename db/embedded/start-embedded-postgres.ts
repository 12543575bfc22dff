import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { clusterFolder, clusterPassword, initialise } from "@/db/embedded/cluster-folder";
import { nativeBinaries } from "@/db/embedded/native-binaries";
import { halt, launch, livePostmaster, type Postmaster } from "@/db/embedded/postmaster";
import { runAs } from "@/db/embedded/run-as";
import { log } from "@/lib/log/log";

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

type Joined = { url: string; postmaster: Postmaster; hold: postgres.Sql };

/**
 * Starts a real PostgreSQL on the data folder, or adopts the one that a killed process left running there. One that dies
 * is started again, at the same port where that is still free; `moved` gets the new address where it is not.
 * Throws an Error with one clear line when it cannot be started at first.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  moved: (url: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  const user = runAs();
  const programs = nativeBinaries(user);
  const cluster = clusterFolder(dataFolder, user);
  initialise(cluster.folder, programs.initdb, user);
  const postgresLog = path.join(dataFolder, "postgres.log");

  const open = async (lost: () => void): Promise<Joined> => {
    let reason = "it stays busy";
    for (const end = performance.now() + 60_000; performance.now() < end; await wait(100)) {
      const found = livePostmaster(cluster.folder);
      const postmaster = found ?? (await launch(programs.postgres, cluster.folder, postgresLog, user));
      if (postmaster === null || postmaster === "busy") continue;
      try {
        const address = `postgres://postgres:${clusterPassword(cluster.folder)}@127.0.0.1:${postmaster.port}`;
        return { url: `${address}/${database}`, postmaster, hold: await join(`${address}/postgres`, lost) };
      } catch (error) {
        // It was just stopping, or had just gone: look again.
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    throw new Error(`the embedded PostgreSQL in ${cluster.folder} cannot be used: ${reason}`);
  };

  let stopping = false;
  let dead = false;
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    log.error("the embedded PostgreSQL has died; starting it again");
    while (dead && !stopping) {
      dead = false;
      try {
        const before = joined;
        joined = await open(lost);
        await before.hold.end({ timeout: 0 });
        log.info("the embedded PostgreSQL runs again");
        if (joined.url !== before.url) moved(joined.url);
      } catch (error) {
        log.error({ err: error }, "the embedded PostgreSQL could not be started; trying again");
        dead = true;
        await wait(1000);
      }
    }
    reviving = undefined;
  };
  const lost = () => {
    dead = true;
    if (!stopping) reviving ??= revive();
  };
  let joined = await open(lost);
  return {
    url: joined.url,
    movedTo: cluster.moved ? cluster.folder : null,
    async stop() {
      stopping = true;
      await reviving;
      await leave(joined, cluster.folder, programs.pgCtl);
    },
  };
}

/** Connects, makes the database at the first time, and counts this process among the users of the server. */
async function join(url: string, lost: () => void): Promise<postgres.Sql> {
  let held = false;
  const hold = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    onclose: () => {
      if (held) lost();
    },
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
    held = true;
    return hold;
  } catch (error) {
    await hold.end({ timeout: 0 });
    throw error;
  }
}

async function leave({ hold, postmaster }: Joined, folder: string, pgCtl: string): Promise<void> {
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

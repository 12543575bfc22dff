import postgres from "postgres";
import { closeDatabase, renewDatabase } from "@/db/database";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate, newestMigration } from "@/db/migrate";
import { type Config, config, useDatabase } from "@/lib/config/config";
import { ConfigError } from "@/lib/config/config-error";
import { ChatError } from "@/lib/contract/errors";
import { inTime } from "@/lib/errors/in-time";
import { databaseFault, oneLine } from "@/lib/server/one-line";

export interface Database {
  /** Where the embedded database keeps its files, when that is not inside the data folder. */
  movedTo: string | null;
  /** Throws when the database cannot be reached or is behind this build. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** The database that the configuration asks for, running and migrated. */
export async function startDatabase(settings: Config): Promise<Database> {
  const embedded = settings.DATABASE_URL ? null : await embeddedIn(settings.DATA_DIR);
  if (embedded) useDatabase(embedded.url);
  const url = settings.DATABASE_URL ?? "";
  try {
    await migrate(url);
  } catch (error) {
    await embedded?.stop();
    throw embedded ? error : databaseFault(url, error);
  }
  const newest = newestMigration();
  let probe = openProbe();
  return {
    movedTo: embedded?.movedTo ?? null,
    async ready() {
      const asked = probe<{ at: string | null }[]>`select max(created_at) as at from drizzle.__drizzle_migrations`;
      const [row] = await inTime(asked, 2000).catch((error: unknown) => {
        // One that hangs would hang at the next question too.
        if (error instanceof ChatError) {
          probe.end({ timeout: 0 }).catch(() => undefined);
          probe = openProbe();
        }
        throw error;
      });
      if (Number(row?.at ?? 0) < newest) throw new Error("the database is behind this build: migrations are missing");
    },
    async stop() {
      await Promise.all([closeDatabase(), probe.end({ timeout: 1 })]);
      await embedded?.stop();
    },
  };
}

/** A connection of its own: the check must answer when every connection of the pool is busy. */
function openProbe(): postgres.Sql {
  const settings = { max: 1, idle_timeout: 30, connect_timeout: 2, backoff: () => 0.2, onnotice: () => undefined };
  return postgres(config().DATABASE_URL ?? "", settings);
}

function moved(url: string): void {
  useDatabase(url);
  renewDatabase();
}

async function embeddedIn(folder: string) {
  try {
    return await startEmbeddedPostgres(folder, moved);
  } catch (error) {
    const unusable = error instanceof Error && "syscall" in error;
    throw unusable ? new ConfigError(`DATA_DIR: cannot use ${folder}: ${oneLine(error)}`) : error;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { useDatabase } from "@/lib/config/config";
import { temporaryFolder } from "./temporary-folder";

export interface OwnDatabase {
  url: string;
  /** It stops where it is, as a machine whose disk hangs: connections stay open and nothing answers. */
  hang(): void;
  goOn(): void;
  /** Ends it at once, as a crash would. It is started again by itself. */
  crash(): void;
  stop(): Promise<void>;
}

/** A PostgreSQL of the test file's own, migrated, that may be treated badly. Call it at the top of the file. */
export async function useOwnDatabase(): Promise<OwnDatabase> {
  const folder = await temporaryFolder();
  const data = path.join(folder, "data");
  const server = await startEmbeddedPostgres(data);
  await migrate(server.url);
  useDatabase(server.url);
  const postmaster = () => Number(readFileSync(path.join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  const signal = (name: NodeJS.Signals) => {
    const pid = postmaster();
    for (const one of [pid, ...childrenOf(pid)]) process.kill(one, name);
  };
  return {
    url: server.url,
    hang: () => signal("SIGSTOP"),
    goOn: () => signal("SIGCONT"),
    crash: () => void process.kill(postmaster(), "SIGKILL"),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      return Number(fields[1]) === parent ? [Number(name)] : [];
    } catch {
      // It has ended in the meantime.
      return [];
    }
  });
}

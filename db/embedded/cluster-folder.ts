import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { publicPlace } from "@/db/embedded/native-binaries";
import { canEnter, type RunAs } from "@/db/embedded/run-as";
import { ensureFolder } from "@/lib/config/ensure-folder";

/**
 * Where the database's files lie: `<data folder>/postgres`. When root keeps the data folder where PostgreSQL's user
 * cannot go (a private home), they lie in a public place instead, and `<data folder>/postgres-location` says where:
 * removing the data folder still means starting afresh.
 */
export function clusterFolder(dataFolder: string, user: RunAs): { folder: string; moved: boolean } {
  ensureFolder(dataFolder);
  accessSync(dataFolder, constants.W_OK | constants.X_OK);
  const note = path.join(dataFolder, "postgres-location");
  if (existsSync(note)) return { folder: readFileSync(note, "utf8").trim(), moved: true };
  if (canEnter(dataFolder, user)) return { folder: path.join(dataFolder, "postgres"), moved: false };
  const home = path.join(publicPlace, `data-${randomBytes(6).toString("hex")}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(publicPlace, 0o755);
  chmodSync(home, 0o755);
  const folder = path.join(home, "postgres");
  writeFileSync(note, `${folder}\n`);
  return { folder, moved: true };
}

/** Makes the database's files when there are none: complete or not at all, so that a kill half-way leaves no trace. */
export function initialise(folder: string, initdb: string, user: RunAs): void {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  const draft = `${folder}.${process.pid}.new`;
  const passwordFile = `${draft}.password`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
    for (const item of user ? [draft, passwordFile] : []) chownSync(item, user?.uid ?? 0, user?.gid ?? 0);
    const options = ["--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", "--username=postgres"];
    const run = spawnSync(initdb, [...options, `--pwfile=${passwordFile}`, `--pgdata=${draft}`], {
      cwd: draft,
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    if (run.status !== 0) {
      throw new Error(`initdb failed: ${run.error?.message ?? (run.stderr.trim().split("\n").at(-1) || "no reason")}`);
    }
    renameSync(passwordFile, path.join(draft, passwordName));
    try {
      renameSync(draft, folder);
    } catch (error) {
      // A process that started at the same time was quicker: its files are as good.
      if (!existsSync(path.join(folder, "PG_VERSION"))) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

const passwordName = "aristay-password";

export function clusterPassword(folder: string): string {
  return readFileSync(path.join(folder, passwordName), "utf8").trim();
}

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** PostgreSQL refuses to run as root, so root hands it to somebody with fewer rights. */
export type RunAs = { uid: number; gid: number; name: string } | null;

/** `postgres` where the system has that user, else `nobody`; null when this process is not root and needs no change. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]), name };
  }
  throw new Error("running as root needs a system user named postgres or nobody to run PostgreSQL");
}

/** Whether that user may go through `folder` and all its parents: asked of the kernel, since modes are not the whole truth. */
export function canEnter(folder: string, user: RunAs): boolean {
  if (!user) return true;
  return spawnSync("test", ["-x", folder], { uid: user.uid, gid: user.gid, cwd: "/" }).status === 0;
}

import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "@/lib/config/config-error";
import { ensureFolder } from "@/lib/config/ensure-folder";

/** The secret kept in the data folder, made at the first call. Two processes that start together get the same one. */
export function keptSecret(dataFolder: string): string {
  const file = path.join(/* turbopackIgnore: true */ dataFolder, "auth-secret");
  try {
    return read(file) ?? make(dataFolder, file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new ConfigError(`DATA_DIR: cannot read or write ${file} (${reason})`);
  }
}

function read(file: string): string | null {
  try {
    const secret = readFileSync(file, "utf8").trim();
    return secret.length >= 32 ? secret : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function make(dataFolder: string, file: string): string {
  ensureFolder(dataFolder);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    // A link never replaces a file: whoever comes second reads the first one's secret.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (read(file) === null) throw new Error(`${file} is damaged: remove it`);
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = read(file);
  if (secret === null) throw new Error(`${file} is damaged: remove it`);
  return secret;
}

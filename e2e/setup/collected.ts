import { appendFileSync, openSync } from "node:fs";
import path from "node:path";

/**
 * Where a run of the whole suite (`npm test`) collects what its servers log and what secrets it was given, for
 * scripts/search-logs.mjs to look for the ones in the others. Undefined when a test runs by itself.
 */
const folder = process.env.TEST_COLLECTED;

export const collecting = folder !== undefined;

/** The file for the log of a server of this kind. */
export function collectedLog(kind: "worker" | "node" | "journeys" | "database"): string | undefined {
  return folder && path.join(folder, `${kind}-${process.pid}-${process.hrtime.bigint()}.log`);
}

/** The same, opened for a child's output; `inherit` when nothing is collected. */
export function collectedOutput(kind: "node"): number | "inherit" {
  const file = collectedLog(kind);
  return file === undefined ? "inherit" : openSync(file, "a");
}

/** By the names under which the interface speaks of them. */
const kinds: Record<string, string> = {
  access: "access token",
  token: "access token",
  refresh: "refresh token",
  password: "password",
  current_password: "password",
  code: "code",
  pin: "PIN",
  // Six digits stand in many a number: of what is typed as a second step, the recovery codes are long enough to be looked for.
  otp: "code",
  recovery_codes: "code",
  secret: "authenticator secret",
  content: "message text",
  message: "message text",
  cookie: "cookie",
};
/** An error's code is none, nor is the sentence of one; and a word or two may be said by anybody. A PIN is always short. */
const isSecret = (key: string, value: string) =>
  (key === "pin" ? /^\d{6}$/.test(value) : value.length >= 8) &&
  (key !== "code" || /[A-Z0-9]-[A-Z0-9]/.test(value)) &&
  (key !== "message" || !/\.$/.test(value));

const noted = new Set<string>();

/** Notes every secret in what a test sends or is answered. */
export function noteIssued(said: unknown): void {
  if (folder === undefined) return;
  const found: string[] = [];
  visit(said, (key, value) => {
    const kind = kinds[key];
    if (kind === undefined || !isSecret(key, value) || noted.has(value)) return;
    noted.add(value);
    found.push(`${JSON.stringify({ kind, value })}\n`);
  });
  if (found.length > 0) appendFileSync(path.join(folder, `issued-${process.pid}.jsonl`), found.join(""));
}

/** What stands in a list has the list's name. */
function visit(said: unknown, meet: (key: string, value: string) => void, name = ""): void {
  if (typeof said === "string") meet(name, said);
  else if (said instanceof FormData) said.forEach((value, key) => visit(value, meet, key));
  else if (Array.isArray(said)) for (const value of said) visit(value, meet, name);
  else if (typeof said === "object" && said !== null) {
    for (const [key, value] of Object.entries(said)) visit(value, meet, key);
  }
}

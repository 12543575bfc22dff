import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Db, database } from "@/db/database";
import { deleteIdentities } from "@/db/queries/identities";
import { deletePasskeysOf } from "@/db/queries/passkeys";
import { deletePin } from "@/db/queries/pins";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { insertUser, selectUserByLogin, updateUserRow, type UserRow } from "@/db/queries/users";
import { config } from "@/lib/config/config";
import { createUserOp, newPassword } from "@/lib/contract/operations/users";
import { revokeSessionRows } from "@/db/queries/sessions";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { accountValues } from "@/lib/domain/users/account-values";
import { refuseTaken } from "@/lib/domain/users/refuse-taken";
import { startDatabase } from "@/lib/server/start-database";

const usage = `Usage:
  npm run admin -- create-user USERNAME --password P [--email E] [--first-name F] [--last-name L] [--role R] [--task-group G]
  npm run admin -- set-password USERNAME --password P
  npm run admin -- reset-second-factor USERNAME     for whoever has lost theirs, and has nobody above to ask
  npm run admin -- verify-audit [--end N:HASH]     --end: what it printed once, kept elsewhere
  npm run admin -- import-users FILE.json     a list of {username, password, email, first_name, last_name, role, task_group}`;

type Account = z.infer<typeof createUserOp.body>;

async function create(account: Account): Promise<void> {
  const values = await accountValues(account);
  await refuseTaken(() =>
    database().db.transaction(async (tx) =>
      recordCreated(tx, await insertUser(tx, { ...values, username: account.username })),
    ),
  );
  console.log(`${account.username}: created as ${account.role}`);
}

async function recordCreated(tx: Db, { id, username, role }: UserRow): Promise<void> {
  const target = { type: "person", id } as const;
  await recordAudit(tx, "operator", { action: "person.created", target, details: { username, role } });
}

async function setPassword(username: string, given: string): Promise<void> {
  const password = newPassword.parse(given);
  const user = await selectUserByLogin(database().db, username);
  if (!user) throw new Error(`There is no user ${username}.`);
  const values = await accountValues({ password });
  await database().db.transaction(async (tx) => {
    await updateUserRow(tx, user.id, values);
    await deleteIdentities(tx, user.id);
    await deletePin(tx, user.id);
    // A running server asks the database about every session within a second.
    await revokeSessionRows(tx, { userId: user.id }, "password_changed");
    await recordAudit(tx, "operator", { action: "person.password_set", target: { type: "person", id: user.id } });
  });
  console.log(`${user.username}: password set, signed out everywhere`);
}

async function resetSecondFactor(username: string): Promise<void> {
  const user = await selectUserByLogin(database().db, username);
  if (!user) throw new Error(`There is no user ${username}.`);
  const had = await database().db.transaction(async (tx) => {
    const passkeys = await deletePasskeysOf(tx, user.id);
    if (!(await deleteSecondFactor(tx, user.id)) && passkeys === 0) return false;
    await revokeSessionRows(tx, { userId: user.id }, "second_factor_reset");
    await recordAudit(tx, "operator", {
      action: "person.second_factor_reset",
      target: { type: "person", id: user.id },
    });
    return true;
  });
  console.log(
    `${user.username}: ${had ? "second factor and passkeys taken away, signed out everywhere" : "has no second factor"}`,
  );
}

/** All or none: a list with a fault changes nothing. */
async function importUsers(file: string): Promise<void> {
  const accounts = z.array(createUserOp.body).parse(JSON.parse(readFileSync(file, "utf8")));
  const rows = await Promise.all(
    accounts.map(async (one) => ({ ...(await accountValues(one)), username: one.username })),
  );
  await refuseTaken(() =>
    database().db.transaction(async (tx) => {
      for (const row of rows) await recordCreated(tx, await insertUser(tx, row));
    }),
  );
  console.log(`${rows.length} people imported`);
}

/** Says what is wrong with the audit log and fails, or where it ends. */
async function verify(keptEnd: string | undefined): Promise<void> {
  const { faults, rows, end } = await verifyAudit(keptEnd);
  if (faults.length > 0)
    throw new Error(`The audit log was tampered with:\n${faults.map((one) => `  ${one}`).join("\n")}`);
  console.log(`${rows} rows, each as it was written. The end, to be kept elsewhere: ${end}`);
}

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      password: text,
      email: text,
      "first-name": text,
      "last-name": text,
      role: text,
      "task-group": text,
      end: text,
    },
  });
  const [command, subject] = positionals;
  const ofSubject = ["create-user", "set-password", "reset-second-factor", "import-users"];
  if (command !== "verify-audit" && !(subject && ofSubject.includes(command ?? ""))) throw new Error(usage);
  const running = await startDatabase(config());
  try {
    if (command === "verify-audit" || !subject) return await verify(values.end);
    if (command === "import-users") return await importUsers(subject);
    if (command === "set-password") return await setPassword(subject, values.password ?? "");
    if (command === "reset-second-factor") return await resetSecondFactor(subject);
    const { "first-name": first_name, "last-name": last_name, "task-group": task_group, end: _end, ...rest } = values;
    await create(createUserOp.body.parse(given({ username: subject, ...rest, first_name, last_name, task_group })));
  } finally {
    await running.stop();
  }
}

const given = (values: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

main().catch((error: unknown) => {
  const lines =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
  console.error(lines);
  process.exitCode = 1;
});

import { database } from "@/db/database";
import { anyUsers, insertUser, lockAccounts } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Me } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import { type AccountInput, accountValues } from "./account-values";
import { needsSetUp } from "./needs-set-up";
import { presentMe } from "./present-me";

const closed = () => new ChatError("not_found", "There is nothing at this address.");

/** Makes the first superuser, once: `not_found` as soon as anybody has an account. */
export async function setUp(given: AccountInput & { username: string; password: string }): Promise<Me> {
  if (!(await needsSetUp())) throw closed();
  const values = await accountValues(given);
  return database().db.transaction(async (tx) => {
    await lockAccounts(tx);
    if (await anyUsers(tx)) throw closed();
    const row = await insertUser(tx, { ...values, username: given.username, role: "superuser" });
    const by = { userId: row.id, username: row.username };
    await recordAudit(tx, by, { action: "house.set_up", target: { type: "person", id: row.id } });
    return presentMe(row);
  });
}

import { database } from "@/db/database";
import { insertUser } from "@/db/queries/users";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { recordAudit } from "../audit/record-audit";
import { requirePermission } from "../require-permission";
import { type AccountInput, accountValues } from "./account-values";
import { presentMe } from "./present-me";
import { refuseTaken } from "./refuse-taken";

/** Adds a person. Refuses with `forbidden`, or `conflict` for a taken name or address. */
export async function createUser(ctx: Ctx, given: AccountInput & { username: string }): Promise<Me> {
  requirePermission(ctx, "people.create", { role: given.role ?? "staff" });
  const values = await accountValues(given);
  const work = () =>
    database().db.transaction(async (tx) => {
      const made = await insertUser(tx, { ...values, username: given.username });
      const { id, username, role } = made;
      await recordAudit(tx, ctx, {
        action: "person.created",
        target: { type: "person", id },
        details: { username, role },
      });
      return made;
    });
  return presentMe(await refuseTaken(work));
}

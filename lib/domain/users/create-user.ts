import { database } from "@/db/database";
import { insertUser } from "@/db/queries/users";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { type AccountInput, accountValues } from "./account-values";
import { presentMe } from "./present-me";
import { refuseTaken } from "./refuse-taken";

/** Adds a person. Refuses with `forbidden`, or `conflict` for a taken name or address. */
export async function createUser(ctx: Ctx, given: AccountInput & { username: string }): Promise<Me> {
  requirePermission(ctx, "people.create", { role: given.role ?? "staff" });
  const values = await accountValues(given);
  return presentMe(await refuseTaken(() => insertUser(database().db, { ...values, username: given.username })));
}

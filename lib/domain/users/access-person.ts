import type { Db } from "@/db/database";
import { selectUser, type UserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { HouseAction } from "@/lib/contract/permissions";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/** Somebody's account, for whom the table of permissions lets at it. Refuses with `forbidden` or `not_found`. */
export async function accessPerson(db: Db, ctx: Ctx, id: number, action: HouseAction): Promise<UserRow> {
  requirePermission(ctx, action);
  const row = await selectUser(db, id);
  if (!row) throw new ChatError("not_found", "There is no such person.");
  requirePermission(ctx, action, { role: row.role });
  return row;
}

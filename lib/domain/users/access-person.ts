import type { Db } from "@/db/database";
import { selectUser, type UserRow } from "@/db/queries/users";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { requireManager } from "../require-manager";
import { requireRank } from "./role-rank";

/** Somebody's account, for a manager who is not below them. Refuses with `forbidden` or `not_found`. */
export async function accessPerson(db: Db, ctx: Ctx, id: number): Promise<UserRow> {
  requireManager(ctx);
  const row = await selectUser(db, id);
  if (!row) throw new ChatError("not_found", "There is no such person.");
  requireRank(ctx, row.role);
  return row;
}

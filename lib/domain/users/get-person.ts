import { database } from "@/db/database";
import { eitherBlocked } from "@/db/queries/blocks";
import { selectUser } from "@/db/queries/users";
import type { DirectoryUser } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentDirectoryUser } from "./present-me";

/** One entry of the directory, as everybody of the staff may see it; null for nobody, or an account that is closed. */
export async function getPerson(ctx: Ctx, id: number): Promise<DirectoryUser | null> {
  const { db } = database();
  const row = await selectUser(db, id);
  return row?.isActive ? presentDirectoryUser(row, await eitherBlocked(db, ctx.userId, id)) : null;
}

import { database } from "@/db/database";
import { selectUser } from "@/db/queries/users";
import type { DirectoryUser } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentDirectoryUser } from "./present-me";

/** One entry of the directory, as everybody of the staff may see it; null for nobody, or an account that is closed. */
export async function getPerson(_ctx: Ctx, id: number): Promise<DirectoryUser | null> {
  const row = await selectUser(database().db, id);
  return row?.isActive ? presentDirectoryUser(row) : null;
}

import { database } from "@/db/database";
import { selectApart } from "@/db/queries/blocks";
import { selectDirectory } from "@/db/queries/users";
import type { DirectoryUser } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentDirectoryUser } from "./present-me";

/** The directory of active staff by name; accents do not count in a search. */
export async function listUsers(
  ctx: Ctx,
  { page, page_size, ...filter }: { search?: string; page: number; page_size: number },
): Promise<{ count: number; results: DirectoryUser[] }> {
  const offset = (page - 1) * page_size;
  const { db } = database();
  const { count, rows } = await selectDirectory(db, { ...filter, limit: page_size, offset });
  const apart = (await selectApart(db, [ctx.userId])).get(ctx.userId) ?? [];
  return { count, results: rows.map((row) => presentDirectoryUser(row, apart.includes(row.id))) };
}

import { database } from "@/db/database";
import { selectDirectory } from "@/db/queries/users";
import type { DirectoryUser } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentDirectoryUser } from "./present-me";

/** The directory of active staff by name; accents do not count in a search. */
export async function listUsers(
  _ctx: Ctx,
  { page, page_size, ...filter }: { search?: string; page: number; page_size: number },
): Promise<{ count: number; results: DirectoryUser[] }> {
  const offset = (page - 1) * page_size;
  const { count, rows } = await selectDirectory(database().db, { ...filter, limit: page_size, offset });
  return { count, results: rows.map(presentDirectoryUser) };
}

import { database } from "@/db/database";
import { selectProperties } from "@/db/queries/properties";
import type { Property } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentProperty } from "./present-property";

/** The houses by name: everybody on the staff sees them. */
export async function listProperties(
  _ctx: Ctx,
  { page, page_size, ...filter }: { page: number; page_size: number; search?: string },
): Promise<{ count: number; results: Property[] }> {
  const offset = (page - 1) * page_size;
  const { count, rows } = await selectProperties(database().db, { ...filter, limit: page_size, offset });
  return { count, results: rows.map(presentProperty) };
}

import { database } from "@/db/database";
import { selectProperty } from "@/db/queries/properties";
import { ChatError } from "@/lib/contract/errors";
import type { Property } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentProperty } from "./present-property";

/** Refuses with `not_found`. */
export async function getProperty(_ctx: Ctx, id: number): Promise<Property> {
  const row = await selectProperty(database().db, id);
  if (!row) throw new ChatError("not_found", "There is no such property.");
  return presentProperty(row);
}

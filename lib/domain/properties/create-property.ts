import { database } from "@/db/database";
import { insertProperty } from "@/db/queries/properties";
import type { Property } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requireManager } from "../require-manager";
import { presentProperty } from "./present-property";

/** Refuses with `forbidden` whoever is no manager. */
export async function createProperty(ctx: Ctx, input: { name: string; address?: string }): Promise<Property> {
  requireManager(ctx);
  return presentProperty(await insertProperty(database().db, input));
}

import { database } from "@/db/database";
import { insertProperty } from "@/db/queries/properties";
import type { Property } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentProperty } from "./present-property";

/** Refuses with `forbidden` whoever is no manager. */
export async function createProperty(ctx: Ctx, input: { name: string; address?: string }): Promise<Property> {
  requirePermission(ctx, "properties.write");
  return presentProperty(await insertProperty(database().db, input));
}

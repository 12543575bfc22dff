import { database } from "@/db/database";
import { updatePropertyRow } from "@/db/queries/properties";
import { ChatError } from "@/lib/contract/errors";
import type { Property } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentProperty } from "./present-property";

/** Refuses with `forbidden` whoever is no manager, and with `not_found`. */
export async function updateProperty(
  ctx: Ctx,
  { id, ...values }: { id: number; name?: string; address?: string },
): Promise<Property> {
  requirePermission(ctx, "properties.write");
  const row = await updatePropertyRow(database().db, id, values);
  if (!row) throw new ChatError("not_found", "There is no such property.");
  return presentProperty(row);
}

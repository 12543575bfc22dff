import type { PropertyRow } from "@/db/queries/properties";
import type { Property } from "@/lib/contract/shapes";
import { instant } from "../instant";

export function presentProperty(row: PropertyRow): Property {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    created_at: instant(row.createdAt),
    modified_at: instant(row.modifiedAt),
  };
}

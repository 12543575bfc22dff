import type { FilterRuleRow } from "@/db/queries/filter-rules";
import type { FilterRule } from "@/lib/contract/filter";
import { instant } from "../instant";

export const presentFilterRule = (row: FilterRuleRow): FilterRule => ({
  id: row.id,
  kind: row.kind,
  value: row.value,
  action: row.action,
  note: row.note,
  created_at: instant(row.created_at),
  modified_at: instant(row.modified_at),
});

import { deleteFilterRuleRow, selectFilterRule } from "@/db/queries/filter-rules";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { changeFilter, noSuchRule } from "./change-filter";

/** Takes a rule off. Refuses with `forbidden`, `not_found`. */
export function deleteFilterRule(ctx: Ctx, id: number): Promise<void> {
  return changeFilter(ctx, async (tx) => {
    const row = await selectFilterRule(tx, id);
    if (!row) throw noSuchRule();
    const { kind, value, action, note } = row;
    await deleteFilterRuleRow(tx, id);
    await recordAudit(tx, ctx, {
      action: "house.filter_changed",
      target: { type: "house", id: "filter" },
      details: { rule: id, removed: { kind, value, action, note } },
    });
  });
}

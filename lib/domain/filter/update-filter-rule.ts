import { type FilterRuleValues, selectFilterRules, updateFilterRuleRow } from "@/db/queries/filter-rules";
import type { FilterRule } from "@/lib/contract/filter";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { changeFilter, checkRule, noSuchRule } from "./change-filter";
import { presentFilterRule } from "./present-filter-rule";

/** Changes a rule; what it is already changes nothing. Refuses with `forbidden`, `invalid_input`, `not_found`. */
export function updateFilterRule(
  ctx: Ctx,
  { id, ...given }: { id: number } & Partial<FilterRuleValues>,
): Promise<FilterRule> {
  return changeFilter(ctx, async (tx) => {
    const rules = await selectFilterRules(tx);
    const row = rules.find((one) => one.id === id);
    if (!row) throw noSuchRule();
    const { kind, value, action, note } = row;
    const before = { kind, value, action, note };
    const after = { ...before, ...given };
    checkRule(
      after,
      rules.filter((one) => one.id !== id),
    );
    if (JSON.stringify(after) === JSON.stringify(before)) return presentFilterRule(row);
    const changed = await updateFilterRuleRow(tx, id, after);
    if (!changed) throw noSuchRule();
    await recordAudit(tx, ctx, {
      action: "house.filter_changed",
      target: { type: "house", id: "filter" },
      details: { rule: id, removed: before, added: after },
    });
    return presentFilterRule(changed);
  });
}

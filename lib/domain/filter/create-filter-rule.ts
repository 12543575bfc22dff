import { type FilterRuleValues, insertFilterRule, selectFilterRules } from "@/db/queries/filter-rules";
import { ChatError } from "@/lib/contract/errors";
import type { FilterRule } from "@/lib/contract/filter";
import { mostFilterRules } from "@/lib/contract/filter-words";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { changeFilter, checkRule } from "./change-filter";
import { presentFilterRule } from "./present-filter-rule";

/** Adds a rule. Refuses with `forbidden`, `invalid_input` (no words, no pattern, too many rules). */
export function createFilterRule(ctx: Ctx, given: FilterRuleValues): Promise<FilterRule> {
  return changeFilter(ctx, async (tx) => {
    const others = await selectFilterRules(tx);
    checkRule(given, others);
    if (others.length >= mostFilterRules) {
      const fault = `There are ${mostFilterRules} rules already. Remove one, or join words in one rule.`;
      throw new ChatError("invalid_input", fault, { fields: { value: [fault] } });
    }
    const row = await insertFilterRule(tx, given);
    await recordAudit(tx, ctx, {
      action: "house.filter_changed",
      target: { type: "house", id: "filter" },
      details: { rule: row.id, added: given },
    });
    return presentFilterRule(row);
  });
}

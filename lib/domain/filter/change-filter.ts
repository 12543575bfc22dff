import { database, type Db } from "@/db/database";
import { type FilterRuleValues, lockFilterRules } from "@/db/queries/filter-rules";
import { ChatError } from "@/lib/contract/errors";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { faultOf, faultOfAll } from "./compile-rules";
import { rereadFilter } from "./house-filter";

/** Changes the rules in one transaction; when it resolves they count on this node, and the others have been told. */
export async function changeFilter<T>(ctx: Ctx, work: (tx: Db) => Promise<T>): Promise<T> {
  requirePermission(ctx, "house.settings");
  const result = await database().db.transaction(async (tx) => {
    await lockFilterRules(tx);
    return work(tx);
  });
  publish({ kind: "filter" });
  await rereadFilter();
  return result;
}

/** Refuses with `invalid_input` what no rule can be made of, beside the other rules. */
export function checkRule(rule: Pick<FilterRuleValues, "kind" | "value">, others: readonly FilterRuleValues[]): void {
  const fault = faultOf(rule) ?? faultOfAll([...others, rule]);
  if (fault !== null) throw new ChatError("invalid_input", fault, { fields: { value: [fault] } });
}

export const noSuchRule = () => new ChatError("not_found", "There is no such rule.");

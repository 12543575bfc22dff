import { database } from "@/db/database";
import { selectFilterRules } from "@/db/queries/filter-rules";
import type { FilterRule } from "@/lib/contract/filter";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentFilterRule } from "./present-filter-rule";

/** The rules of the house. Refuses with `forbidden`. */
export async function listFilterRules(ctx: Ctx): Promise<{ results: FilterRule[] }> {
  requirePermission(ctx, "house.settings");
  return { results: (await selectFilterRules(database().db)).map(presentFilterRule) };
}

import type { FilterVerdict } from "@/lib/contract/filter";
import { filterActions } from "@/lib/contract/filter-words";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { houseFilter } from "./house-filter";

/** What the rules would do to a text. Refuses with `forbidden`. */
export async function tryFilter(ctx: Ctx, { text }: { text: string }): Promise<FilterVerdict> {
  requirePermission(ctx, "house.settings");
  const filter = await houseFilter();
  const matches = filter(text);
  const action = filterActions.findLast((one) => matches.some((found) => found.action === one)) ?? "pass";
  return { action, matches };
}

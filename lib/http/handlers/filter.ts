import * as ops from "@/lib/contract/operations/filter";
import { createFilterRule } from "@/lib/domain/filter/create-filter-rule";
import { deleteFilterRule } from "@/lib/domain/filter/delete-filter-rule";
import { listFilterRules } from "@/lib/domain/filter/list-filter-rules";
import { tryFilter } from "@/lib/domain/filter/try-filter";
import { updateFilterRule } from "@/lib/domain/filter/update-filter-rule";
import { route } from "../route";

export const filterRoutes = [
  route(ops.listFilterRulesOp, ({ ctx }) => listFilterRules(ctx)),
  route(ops.createFilterRuleOp, ({ ctx, body }) => createFilterRule(ctx, body)),
  route(ops.updateFilterRuleOp, ({ ctx, params, body }) => updateFilterRule(ctx, { id: params.id, ...body })),
  route(ops.deleteFilterRuleOp, ({ ctx, params }) => deleteFilterRule(ctx, params.id)),
  route(ops.tryFilterOp, ({ ctx, body }) => tryFilter(ctx, body)),
];

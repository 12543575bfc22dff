import { z } from "zod";
import { filterRule, filterVerdict } from "@/lib/contract/filter";
import { filterActions, filterKinds } from "@/lib/contract/filter-words";
import { numberParams, someText, text } from "./inputs";
import { operation } from "./operation";

export const listFilterRulesOp = operation({
  id: "listFilterRules",
  method: "GET",
  path: "/api/admin/filter/rules/",
  summary: "The rules of the word filter, the oldest first: superusers",
  status: 200,
  response: z.object({ results: z.array(filterRule) }),
  auth: "bearer",
  errors: ["forbidden"],
});

export const createFilterRuleOp = operation({
  id: "createFilterRule",
  method: "POST",
  path: "/api/admin/filter/rules/",
  summary: "Add a rule to the word filter, which counts from now on: superusers",
  body: z.strictObject({
    kind: z.enum(filterKinds),
    value: someText(500),
    action: z.enum(filterActions),
    note: text(200).default(""),
  }),
  status: 201,
  response: filterRule,
  auth: "bearer",
  errors: ["forbidden"],
});

export const updateFilterRuleOp = operation({
  id: "updateFilterRule",
  method: "PATCH",
  path: "/api/admin/filter/rules/{id}/",
  summary: "Change a rule of the word filter: superusers",
  params: numberParams,
  body: z.strictObject({
    kind: z.enum(filterKinds).exactOptional(),
    value: someText(500).exactOptional(),
    action: z.enum(filterActions).exactOptional(),
    note: text(200).exactOptional(),
  }),
  status: 200,
  response: filterRule,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const deleteFilterRuleOp = operation({
  id: "deleteFilterRule",
  method: "DELETE",
  path: "/api/admin/filter/rules/{id}/",
  summary: "Take a rule off the word filter: superusers",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const tryFilterOp = operation({
  id: "tryFilter",
  method: "POST",
  path: "/api/admin/filter/try/",
  summary: "What would happen to a text; nothing is sent or kept: superusers",
  body: z.strictObject({ text: someText(10_000) }),
  status: 200,
  response: filterVerdict,
  auth: "bearer",
  errors: ["forbidden"],
});

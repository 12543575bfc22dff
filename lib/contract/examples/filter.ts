import type { FilterRule } from "@/lib/contract/filter";

const filterRule: FilterRule = {
  id: 1,
  kind: "words",
  value: "idiot, moron",
  action: "warn",
  note: "We talk to each other kindly.",
  created_at: "2026-05-04T10:02:00.000000Z",
  modified_at: "2026-05-04T10:02:00.000000Z",
};

export const filterExamples = {
  listFilterRules: { response: { results: [filterRule] } },
  createFilterRule: {
    body: { kind: "words", value: filterRule.value, action: "warn", note: filterRule.note },
    response: filterRule,
  },
  updateFilterRule: { body: { action: "refuse" }, response: { ...filterRule, action: "refuse" } },
  deleteFilterRule: {},
  tryFilter: {
    body: { text: "Which IDIOT locked the door?" },
    response: { action: "warn", matches: [{ rule: 1, action: "warn", text: "idiot" }] },
  },
};

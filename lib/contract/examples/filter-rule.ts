import type { FilterRule } from "@/lib/contract/filter";

export const filterRule: FilterRule = {
  id: 1,
  kind: "words",
  value: "idiot, moron",
  action: "warn",
  note: "We talk to each other kindly.",
  created_at: "2026-05-04T10:02:00.000000Z",
  modified_at: "2026-05-04T10:02:00.000000Z",
};

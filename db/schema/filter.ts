import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { filterActions, type FilterAction, type FilterKind, filterKinds } from "@/lib/contract/filter-words";
import { createdAt, instant } from "./columns";

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** What is looked for in what people write, and what is done about it. Every node holds them in memory. */
export const filterRules = pgTable(
  "filter_rules",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<FilterKind>().notNull(),
    value: text().notNull(),
    action: text().$type<FilterAction>().notNull(),
    note: text().notNull().default(""),
    createdAt: createdAt(),
    modifiedAt: instant("modified_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (t) => [
    check("filter_rules_kind", sql`${t.kind} in (${oneOf(filterKinds)})`),
    check("filter_rules_action", sql`${t.action} in (${oneOf(filterActions)})`),
    check("filter_rules_value", sql`${t.value} <> ''`),
  ],
);

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { FilterAction, FilterKind } from "@/lib/contract/filter-words";

export type FilterRuleValues = { kind: FilterKind; value: string; action: FilterAction; note: string };
export type FilterRuleRow = FilterRuleValues & { id: number; created_at: string; modified_at: string };

const columns = sql.raw("id, kind, value, action, note, created_at::text, modified_at::text");

export async function selectFilterRules(db: Db): Promise<FilterRuleRow[]> {
  return [...(await db.execute<FilterRuleRow>(sql`select ${columns} from filter_rules order by id`))];
}

export async function selectFilterRule(db: Db, id: number): Promise<FilterRuleRow | undefined> {
  const [row] = await db.execute<FilterRuleRow>(sql`select ${columns} from filter_rules where id = ${id}`);
  return row;
}

/** Holds the rules until the end of the transaction: they are changed by one at a time, and read meanwhile. */
export async function lockFilterRules(tx: Db): Promise<void> {
  await tx.execute(sql`lock table filter_rules in share row exclusive mode`);
}

export async function insertFilterRule(
  tx: Db,
  { kind, value, action, note }: FilterRuleValues,
): Promise<FilterRuleRow> {
  const [row] = await tx.execute<FilterRuleRow>(sql`
    insert into filter_rules (kind, value, action, note) values (${kind}, ${value}, ${action}, ${note})
    returning ${columns}`);
  if (!row) throw new Error("No rule came back.");
  return row;
}

export async function updateFilterRuleRow(
  tx: Db,
  id: number,
  { kind, value, action, note }: FilterRuleValues,
): Promise<FilterRuleRow | undefined> {
  const [row] = await tx.execute<FilterRuleRow>(sql`
    update filter_rules set kind = ${kind}, value = ${value}, action = ${action}, note = ${note},
      modified_at = clock_timestamp()
    where id = ${id} returning ${columns}`);
  return row;
}

export async function deleteFilterRuleRow(tx: Db, id: number): Promise<void> {
  await tx.execute(sql`delete from filter_rules where id = ${id}`);
}

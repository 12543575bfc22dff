import { sql, type SQL } from "drizzle-orm";

/**
 * `= any(…)` over one array parameter. Unlike `in (…)` the statement's text is the same for any number of values, so that
 * it is prepared once a connection.
 */
export function anyOf(values: readonly (string | number)[], type: "uuid" | "int" | "bigint"): SQL {
  return sql`any(${sql.param([...values])}::${sql.raw(type)}[])`;
}

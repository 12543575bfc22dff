import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";

/**
 * Who did what to whom, from where. Rows are only ever added: triggers give number, time and hash and refuse everything
 * else (docs/decisions/0014-audit-log.md). No foreign keys: the row outlives whatever it tells of.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    /** 1, 2, 3 … without a gap, given by the trigger. */
    id: bigint({ mode: "number" }).primaryKey().default(0),
    at: instant("at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Null for the operator's command line. */
    actorId: integer("actor_id"),
    actor: text().notNull(),
    action: text().notNull(),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    details: jsonb()
      .$type<Record<string, unknown>>()
      .notNull()
      .default(sql`'{}'`),
    address: text().notNull().default(""),
    hash: bytea("hash")
      .notNull()
      .default(sql`'\\x'`),
  },
  (t) => [
    index("audit_log_actor_idx").on(t.actorId, t.id),
    index("audit_log_target_idx").on(t.targetType, t.targetId, t.id),
  ],
);

/** Where the chain ends: the number and hash of the newest row, so that rows cut off the end are missed. */
export const auditHead = pgTable(
  "audit_head",
  {
    only: boolean().primaryKey().default(true),
    lastId: bigint("last_id", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (t) => [check("audit_head_one_row", sql`${t.only}`)],
);

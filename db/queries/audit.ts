import { and, count, desc, eq, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { auditHead, auditLog } from "@/db/schema/audit";

export type AuditRow = typeof auditLog.$inferSelect;
export type NewAudit = Pick<
  AuditRow,
  "actorId" | "actor" | "action" | "targetType" | "targetId" | "details" | "address"
>;

/** The last thing that a transaction does: from here on it holds the log's end. */
export async function insertAudit(tx: Db, row: NewAudit): Promise<void> {
  await tx.insert(auditLog).values(row);
}

export type AuditFilter = {
  actor?: number;
  action?: string;
  target_type?: string;
  target_id?: string;
  after_date?: string;
  before_date?: string;
};

/** The newest first. */
export async function selectAudit(
  db: Db,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: AuditRow[] }> {
  const conditions: SQL[] = [];
  if (filter.actor !== undefined) conditions.push(eq(auditLog.actorId, filter.actor));
  if (filter.action !== undefined) conditions.push(eq(auditLog.action, filter.action));
  if (filter.target_type !== undefined) conditions.push(eq(auditLog.targetType, filter.target_type));
  if (filter.target_id !== undefined) conditions.push(eq(auditLog.targetId, filter.target_id));
  if (filter.after_date !== undefined) conditions.push(gte(auditLog.at, filter.after_date));
  if (filter.before_date !== undefined) {
    const until = filter.before_date;
    conditions.push(until.length === 10 ? lt(auditLog.at, sql`${until}::date + 1`) : lte(auditLog.at, until));
  }
  const where = and(...conditions);
  const [total] = await db.select({ count: count() }).from(auditLog).where(where);
  const rows = await db.select().from(auditLog).where(where).orderBy(desc(auditLog.id)).limit(limit).offset(offset);
  return { count: total?.count ?? 0, rows };
}

/** A row that does not follow from the one before it; `before` is that one's number. */
export type AuditFault = { id: number; before: number; whole: boolean };

/** Walks the whole chain: what is missing before a row, and which rows do not have the hash that is due to them. */
export async function selectAuditFaults(tx: Db): Promise<AuditFault[]> {
  // A long log takes longer than a person may wait for.
  await tx.execute(sql`set local statement_timeout = 0`);
  return [
    ...(await tx.execute<AuditFault>(sql`
      select id::float8 as id, before::float8 as before, whole from (
        select a.id, lag(a.id, 1, 0::bigint) over chain as before,
          a.hash = audit_hash(lag(a.hash, 1, ''::bytea) over chain, a) as whole
        from audit_log a window chain as (order by a.id)) walked
      where not whole or id <> before + 1 order by id`)),
  ];
}

/** Where the chain should end, and where it does. */
export async function selectAuditEnds(db: Db): Promise<{ last: number; kept: number; hash: string; same: boolean }> {
  const [row] = await db.execute<{ last: number; kept: number; hash: string; same: boolean }>(sql`
    select h.last_id::float8 as last, coalesce(a.id, 0)::float8 as kept, encode(h.hash, 'hex') as hash,
      coalesce(a.hash, ''::bytea) = h.hash as same
    from ${auditHead} h left join (select id, hash from audit_log order by id desc limit 1) a on true`);
  if (!row) throw new Error("The end of the audit log is gone.");
  return row;
}

export async function selectAuditHash(db: Db, id: number): Promise<string | undefined> {
  const where = eq(auditLog.id, Number.isSafeInteger(id) ? id : 0);
  const [row] = await db.select({ hash: auditLog.hash }).from(auditLog).where(where);
  return row?.hash.toString("hex");
}

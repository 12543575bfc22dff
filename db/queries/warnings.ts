import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";

export type WarningRow = {
  id: string;
  note: string;
  message: string | null;
  created_at: string;
  acknowledged_at: string | null;
};

/** Warns once for each report: another one only when the first was read. */
export async function insertWarning(tx: Db, report: string, user: number, note: string): Promise<boolean> {
  const rows = await tx.execute(sql`insert into warnings (user_id, report_id, note) values (${user}, ${report}, ${note})
    on conflict (report_id) where acknowledged_at is null do nothing returning id`);
  return rows.length > 0;
}

const select = (db: Db, where: SQL) =>
  db.execute<WarningRow>(sql`
    select w.id, w.note, r.content as message, w.created_at::text, w.acknowledged_at::text
    from warnings w join reports r on r.id = w.report_id where ${where} order by w.created_at desc, w.id limit 100`);

/** A person's own, the newest first. */
export async function selectWarnings(db: Db, user: number): Promise<WarningRow[]> {
  return [...(await select(db, sql`w.user_id = ${user}`))];
}

export async function acknowledge(db: Db, user: number, id: string): Promise<WarningRow | undefined> {
  await db.execute(sql`update warnings set acknowledged_at = clock_timestamp()
    where id = ${id} and user_id = ${user} and acknowledged_at is null`);
  return [...(await select(db, sql`w.user_id = ${user} and w.id = ${id}`))][0];
}

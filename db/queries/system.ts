import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

export type SystemRow = {
  version: string;
  size: number;
  connections: number;
  migrations: number;
  files: number;
  bytes: number;
  people: number;
  active_people: number;
  rooms: number;
  messages: number;
  audit: number;
};

/** What the database tells of itself. Messages are counted by their rooms' counters, not by their rows. */
export async function selectSystem(db: Db): Promise<SystemRow> {
  const [row] = await db.execute<SystemRow>(sql`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as size,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      a.files, a.bytes, u.people, u.active_people, r.rooms, r.messages,
      (select last_id::float8 from audit_head) as audit
    from (select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from attachments) a,
      (select count(*)::int as people, count(*) filter (where is_active)::int as active_people from users) u,
      (select count(*)::int as rooms, coalesce(sum(message_count), 0)::float8 as messages from rooms) r`);
  if (!row) throw new Error("The database tells nothing of itself.");
  return row;
}

/** The job queue; all zero where no process has made it yet. */
export async function selectQueue(db: Db): Promise<{ waiting: number; failing: number; oldest: string | null }> {
  const none = { waiting: 0, failing: 0, oldest: null };
  const [made] = await db.execute<{ made: boolean }>(
    sql`select to_regclass('graphile_worker.jobs') is not null as made`,
  );
  if (!made?.made) return none;
  const [row] = await db.execute<{ waiting: number; failing: number; oldest: string | null }>(sql`
    select count(*) filter (where run_at <= now())::int as waiting, count(*) filter (where attempts > 0)::int as failing,
      (min(run_at) filter (where run_at <= now()))::text as oldest from graphile_worker.jobs`);
  return row ?? none;
}

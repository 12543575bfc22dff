import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import { type reportReasons, type reportSources, type ReportAction } from "@/lib/contract/report-words";
import type { Role } from "@/lib/contract/shapes";
import { notAbove } from "./not-above";
import type { RoomRow } from "./rooms";
import type { UserBrief } from "./messages";

type Reason = (typeof reportReasons)[number];

export type ReportRow = {
  id: string;
  source: (typeof reportSources)[number];
  person: UserBrief & { role: Role; is_active: boolean };
  message_id: string | null;
  room_id: string | null;
  content: string | null;
  context_from: number | null;
  context_to: number | null;
  opened_at: string;
  closed_at: string | null;
  message: { created_at: string; hidden: boolean; deleted: boolean } | null;
  /** The sender's membership of the message's room, while they are in it. */
  member: { is_admin: boolean; silenced_until: string | null } | null;
  room: Pick<RoomRow, "id" | "name" | "room_type" | "task_title" | "property_name"> | null;
  entries: { reporter: UserBrief | null; reason: Reason; note: string; created_at: string }[];
  decisions: {
    actor: UserBrief | null;
    action: ReportAction;
    note: string;
    until: string | null;
    created_at: string;
  }[];
};

const brief = (alias: string) => {
  const u = sql.raw(alias);
  return sql`json_build_object('id', ${u}.id, 'username', ${u}.username, 'first_name', ${u}.first_name,
    'last_name', ${u}.last_name, 'email', ${u}.email)`;
};
const briefOrNull = (alias: string) => sql`case when ${sql.raw(alias)}.id is not null then ${brief(alias)} end`;

function selectReports(db: Db, where: SQL, page: SQL): Promise<ReportRow[]> {
  return db
    .execute<ReportRow>(
      sql`
    select r.id, r.source, r.message_id, r.room_id, r.content, r.context_from, r.context_to, r.opened_at::text,
      r.closed_at::text,
      (${brief("p")}::jsonb || jsonb_build_object('role', p.role, 'is_active', p.is_active))::json as person,
      case when m.id is not null then json_build_object('created_at', m.created_at::text,
        'hidden', m.hidden_at is not null, 'deleted', m.deleted_at is not null) end as message,
      (select json_build_object('is_admin', i.is_admin,
          'silenced_until', case when i.silenced_until > clock_timestamp() then i.silenced_until::text end)
        from participants i where i.room_id = r.room_id and i.user_id = r.person_id and i.left_at is null) as member,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'room_type', c.room_type,
        'task_title', t.title, 'property_name', h.name) end as room,
      (select coalesce(json_agg(json_build_object('reporter', ${briefOrNull("u")}, 'reason', e.reason, 'note', e.note,
          'created_at', e.created_at::text) order by e.id), '[]')
        from report_entries e left join users u on u.id = e.reporter_id where e.report_id = r.id) as entries,
      (select coalesce(json_agg(json_build_object('actor', ${briefOrNull("u")}, 'action', d.action, 'note', d.note,
          'until', d.until::text, 'created_at', d.created_at::text) order by d.id), '[]')
        from report_decisions d left join users u on u.id = d.actor_id where d.report_id = r.id) as decisions
    from reports r join users p on p.id = r.person_id left join messages m on m.id = r.message_id
      left join rooms c on c.id = r.room_id left join tasks t on t.id = c.task_id
      left join properties h on h.id = c.property_id
    where ${where} ${page}`,
    )
    .then((rows) => [...rows]);
}

/** Those that somebody may decide about: open ones the oldest first, closed ones by when they were closed. */
export async function selectReportPage(
  db: Db,
  by: { userId: number; role: Role },
  status: "open" | "closed" | "all",
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: ReportRow[] }> {
  const state = {
    open: sql`r.closed_at is null`,
    closed: sql`r.closed_at is not null`,
    all: sql`true`,
  }[status];
  const order = {
    open: sql`r.opened_at`,
    closed: sql`r.closed_at desc`,
    all: sql`r.opened_at desc`,
  }[status];
  const where = sql`${state} and ${notAbove(by)}`;
  const [total] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from reports r join users p on p.id = r.person_id where ${where}`,
  );
  const rows = await selectReports(db, where, sql`order by ${order}, r.id limit ${limit} offset ${offset}`);
  return { count: total?.count ?? 0, rows };
}

export async function selectReport(db: Db, id: string): Promise<ReportRow | undefined> {
  return (await selectReports(db, sql`r.id = ${id}`, sql``))[0];
}

/** Holds the report until the end of the transaction. The room's row is held before it, by everybody. */
export async function lockReport(tx: Db, id: string): Promise<void> {
  await tx.execute(sql`select 1 from reports where id = ${id} for update`);
}

export type NewReport = {
  source: ReportRow["source"];
  person: number;
  message?: { id: string; room: string; content: string; number: number };
};

/** Messages before and after the reported one that come along. */
const around = 5;

/** The open report of this message or person; there is one at a time, so it is made only where there is none. */
export async function openReport(tx: Db, { source, person, message }: NewReport): Promise<string> {
  const target = message
    ? sql`(message_id) where closed_at is null and message_id is not null`
    : sql`(person_id) where closed_at is null and message_id is null`;
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into reports (source, person_id, message_id, room_id, content, context_from, context_to)
    select ${source}, ${person}, ${message?.id ?? null}::uuid, ${message?.room ?? null}::uuid, ${message?.content ?? null},
      ${message ? message.number - around : null}::int,
      least(${message ? message.number + around : null}::int,
        (select message_total from rooms where id = ${message?.room ?? null}::uuid))
    on conflict ${target} do update set person_id = excluded.person_id returning id`);
  if (!row) throw new Error("No report came back.");
  return row.id;
}

/** Adds who reported it and why; false when they had already. */
export async function addEntry(
  tx: Db,
  report: string,
  entry: { reporter: number | null; reason: Reason; note: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into report_entries (report_id, reporter_id, reason, note)
    values (${report}, ${entry.reporter}, ${entry.reason}, ${entry.note})
    on conflict (report_id, reporter_id) do nothing returning id`);
  return rows.length > 0;
}

/** Adds that the house itself reported it; false when it had already. The open report's row is held. */
export async function addAutomaticEntry(tx: Db, report: string, note: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into report_entries (report_id, reporter_id, reason, note) select ${report}, null, 'automatic', ${note}
    where not exists (select 1 from report_entries where report_id = ${report} and reporter_id is null) returning id`);
  return rows.length > 0;
}

/** What somebody has said in an open report. */
export async function selectEntry(
  db: Db,
  report: string,
  reporter: number,
): Promise<{ reason: Reason; created_at: string } | undefined> {
  const [row] = await db.execute<{ reason: Reason; created_at: string }>(sql`
    select reason, created_at::text from report_entries where report_id = ${report} and reporter_id = ${reporter}`);
  return row;
}

export async function addDecision(
  tx: Db,
  report: string,
  decision: { actor: number | null; action: ReportAction; note: string; until: string | null },
): Promise<void> {
  await tx.execute(sql`insert into report_decisions (report_id, actor_id, action, note, until)
    values (${report}, ${decision.actor}, ${decision.action}, ${decision.note}, ${decision.until})`);
}

export async function closeReport(tx: Db, id: string): Promise<void> {
  await tx.execute(sql`update reports set closed_at = clock_timestamp() where id = ${id} and closed_at is null`);
}

/** Whether a message was ever reported, and is this moderator's to decide about: its files are then theirs to look at. */
export async function isReportedTo(db: Db, by: { userId: number; role: Role }, message: string): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from reports r join users p on p.id = r.person_id
    where r.message_id = ${message} and ${notAbove(by)} limit 1`);
  return rows.length > 0;
}

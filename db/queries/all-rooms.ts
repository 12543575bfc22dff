import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { containing } from "./containing";
import type { UserBrief } from "./messages";

export type AllRoomsFilter = {
  search?: string;
  room_type?: "group" | "task" | "property";
  status: "active" | "archived" | "all";
};

export type AllRoomsRow = {
  id: string;
  room_type: "group" | "task" | "property";
  name: string;
  task_title: string | null;
  property_name: string | null;
  participant_count: number;
  message_count: number;
  created_at: string;
  created_by: UserBrief | null;
  last_activity_at: string;
  archived_at: string | null;
  without_admin: boolean;
};

const columns = sql`r.id, r.room_type, r.name, t.title as task_title, h.name as property_name, r.participant_count,
  r.message_count, r.created_at::text, r.last_activity_at::text, r.archived_at::text,
  case when u.id is not null then json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name,
    'last_name', u.last_name, 'email', u.email) end as created_by,
  not exists (select 1 from participants p join users q on q.id = p.user_id and q.is_active
    where p.room_id = r.id and p.is_admin and p.left_at is null) as without_admin`;
const joined = sql`from rooms r left join users u on u.id = r.created_by_id left join tasks t on t.id = r.task_id
  left join properties h on h.id = r.property_id`;

/** Every room but direct ones, the last active first. */
export async function selectAllRooms(
  db: Db,
  { search, room_type, status }: AllRoomsFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: AllRoomsRow[] }> {
  const conditions: SQL[] = [sql`r.room_type <> 'direct'`];
  if (room_type !== undefined) conditions.push(sql`r.room_type = ${room_type}`);
  if (status !== "all")
    conditions.push(status === "active" ? sql`r.archived_at is null` : sql`r.archived_at is not null`);
  if (search !== undefined && search !== "") {
    const words = containing(search);
    conditions.push(sql`(fold_text(r.name) like fold_text(${words}) or fold_text(t.title) like fold_text(${words})
      or fold_text(h.name) like fold_text(${words}))`);
  }
  const where = sql.join(conditions, sql` and `);
  const [total] = await db.execute<{ count: number }>(sql`select count(*)::int as count ${joined} where ${where}`);
  const rows = await db.execute<AllRoomsRow>(sql`
    select ${columns} ${joined} where ${where} order by r.last_activity_at desc, r.id limit ${limit} offset ${offset}`);
  return { count: total?.count ?? 0, rows: [...rows] };
}

/** One of them, its row held until the transaction ends. */
export async function lockAnyRoom(tx: Db, id: string): Promise<AllRoomsRow | undefined> {
  await tx.execute(sql`select 1 from rooms where id = ${id} for no key update`);
  const [row] = await tx.execute<AllRoomsRow>(
    sql`select ${columns} ${joined} where r.id = ${id} and r.room_type <> 'direct'`,
  );
  return row;
}

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { NotifyLevel, WhoWrites } from "@/lib/contract/shapes";
import { hasBlocked } from "./blocks";
import type { MessageRow, UserBrief } from "./messages";
import type { RoomRow } from "./rooms";

export type RoomListRow = {
  user_id: number;
  id: string;
  room_type: RoomRow["room_type"];
  name: string;
  task_id: number | null;
  property_id: number | null;
  task_title: string | null;
  property_name: string | null;
  other: UserBrief | null;
  archived_at: string | null;
  modified_at: string;
  last_seq: number;
  last_read_seq: number;
  participant_count: number;
  is_muted: boolean;
  notify: NotifyLevel;
  muted_until: string | null;
  who_writes: WhoWrites;
  is_admin: boolean;
  silenced_until: string | null;
  unread_count: number;
  mention_count: number;
  last_type: MessageRow["message_type"] | null;
  last_content: string | null;
  last_at: string | null;
  last_sender: UserBrief | null;
  total: number;
};

const brief = (
  alias: string,
) => sql`json_build_object('id', ${sql.raw(alias)}.id, 'username', ${sql.raw(alias)}.username,
  'first_name', ${sql.raw(alias)}.first_name, 'last_name', ${sql.raw(alias)}.last_name, 'email', ${sql.raw(alias)}.email)`;

/** The other person of a direct room, seen from the participant `p`. */
const other = sql`left join lateral (
  select u.* from participants q join users u on u.id = q.user_id
  where r.room_type = 'direct' and q.room_id = r.id and q.user_id <> p.user_id limit 1) o on true`;

/**
 * Rows of room lists: memberships `p` in rooms `r` by a condition that may also name `t` (task), `h` (property) and `o`
 * (the other person), newest activity first, in one statement. Counting happens for the rows of the page only.
 */
export async function selectRoomList(
  db: Db,
  where: SQL,
  page: { limit: number; offset: number },
): Promise<RoomListRow[]> {
  return [
    ...(await db.execute<RoomListRow>(sql`
      with mine as materialized (
        select p.user_id, r.*, p.last_read_seq, p.is_muted, p.muted_until, p.notify, p.is_admin,
          p.silenced_until, t.title as task_title, h.name as property_name,
          case when o.id is not null then ${brief("o")} end as other, count(*) over ()::int as total
        from participants p join rooms r on r.id = p.room_id
          left join tasks t on t.id = r.task_id left join properties h on h.id = r.property_id ${other}
        where ${where}
        order by r.last_activity_at desc, r.id desc limit ${page.limit} offset ${page.offset}
      )
      select m.user_id, m.id, m.room_type, m.name, m.task_id, m.property_id, m.task_title, m.property_name, m.other,
        m.archived_at::text, m.modified_at::text, m.last_seq::float8 as last_seq, m.last_read_seq::float8 as last_read_seq,
        m.participant_count, m.is_muted, m.muted_until::text, m.notify, m.who_writes,
        m.is_admin, case when m.silenced_until > clock_timestamp() then m.silenced_until::text end as silenced_until, c.unread as unread_count, c.mentioned as mention_count,
        case when l.deleted_at is null then l.message_type else 'text' end as last_type,
        left(l.content, 100) as last_content, l.created_at::text as last_at,
        case when u.id is not null then ${brief("u")} end as last_sender, m.total
      from mine m
        left join messages l on l.id = m.last_message_id
        left join users u on u.id = l.sender_id
        cross join lateral (
          select count(*)::int as unread, count(*) filter (where (mentions_all or m.user_id = any(mentions))
            and not ${hasBlocked(sql`m.user_id`, sql`sender_id`)})::int as mentioned
          from (select n.mentions, n.mentions_all, n.sender_id from messages n where n.room_id = m.id and n.seq > greatest(m.last_read_seq, m.gone_seq)
            and n.deleted_at is null and n.sender_id is distinct from m.user_id order by n.seq limit 100) capped) c
      order by m.last_activity_at desc, m.id desc`)),
  ];
}

/** How many memberships meet the condition of `selectRoomList`. */
export async function countRoomList(db: Db, where: SQL): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from participants p join rooms r on r.id = p.room_id
      left join tasks t on t.id = r.task_id left join properties h on h.id = r.property_id ${other} where ${where}`);
  return row?.n ?? 0;
}

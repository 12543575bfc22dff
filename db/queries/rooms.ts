import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { WhoWrites } from "@/lib/contract/shapes";
import { blockedPair } from "./blocks";
import type { UserBrief } from "./messages";

export type RoomRow = {
  id: string;
  room_type: "direct" | "group" | "task" | "property";
  name: string;
  description: string;
  task_id: number | null;
  property_id: number | null;
  created_by: UserBrief | null;
  created_at: string;
  modified_at: string;
  archived_at: string | null;
  last_seq: number;
  last_message_id: string | null;
  last_activity_at: string;
  message_total: number;
  message_count: number;
  gone_number: number;
  pinned_count: number;
  participant_count: number;
  who_writes: WhoWrites;
  task_title: string | null;
  property_name: string | null;
};

export type AccessRow = {
  id: string;
  room_type: RoomRow["room_type"];
  archived_at: string | null;
  last_seq: number;
  participant_count: number;
  pinned_count: number;
  participant_id: number | null;
  is_admin: boolean | null;
  left_at: string | null;
  who_writes: WhoWrites;
  /** Null also when it is over. */
  silenced_until: string | null;
  /** Of a direct room: one of the two has blocked the other. */
  blocked: boolean;
};

/** A room together with one person's membership in it; `lock` holds the room's row until the transaction ends. */
export async function selectAccess(
  db: Db,
  room: string,
  userId: number,
  lock: boolean,
): Promise<AccessRow | undefined> {
  // The lock is its own statement: the next one then sees what was committed while this one waited.
  if (lock) await lockRoom(db, room);
  const [row] = await db.execute<AccessRow>(sql`
    select r.id, r.room_type, r.archived_at::text, r.last_seq::float8 as last_seq, r.participant_count, r.pinned_count,
      p.id as participant_id, p.is_admin, p.left_at::text, r.who_writes,
      case when p.silenced_until > clock_timestamp() then p.silenced_until::text end as silenced_until,
      r.room_type = 'direct' and ${blockedPair(sql`r.direct_key`)} as blocked
    from rooms r left join participants p on p.room_id = r.id and p.user_id = ${userId} where r.id = ${room}`);
  return row;
}

/** Holds a room's row until the end of the transaction, for whoever does not come by a membership. */
export async function lockRoom(tx: Db, room: string): Promise<void> {
  await tx.execute(sql`select 1 from rooms where id = ${room} for no key update`);
}

export async function selectRoom(db: Db, id: string): Promise<RoomRow | undefined> {
  const [row] = await db.execute<RoomRow>(sql`
    select r.id, r.room_type, r.name, r.description, r.task_id, r.property_id, r.created_at::text, r.modified_at::text,
      r.archived_at::text, r.last_seq::float8 as last_seq, r.last_message_id, r.last_activity_at::text, r.message_total,
      r.message_count, r.gone_number, r.pinned_count, r.participant_count, r.who_writes, t.title as task_title, h.name as property_name,
      case when u.id is not null then json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name,
        'last_name', u.last_name, 'email', u.email) end as created_by
    from rooms r left join users u on u.id = r.created_by_id left join tasks t on t.id = r.task_id
      left join properties h on h.id = r.property_id
    where r.id = ${id}`);
  return row;
}

/** Unread messages of others after a watermark, at most 100: an index range, whatever the room's size. */
export const unreadCount = (
  room: ReturnType<typeof sql>,
  userId: ReturnType<typeof sql>,
  after: ReturnType<typeof sql>,
) => sql`(
  select count(*)::int from (
    select 1 from messages n where n.room_id = ${room}
      and n.seq > greatest(${after}, (select g.gone_seq from rooms g where g.id = ${room})) and n.deleted_at is null
      and n.sender_id is distinct from ${userId} order by n.seq limit 100) capped)`;

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { NotifyLevel } from "@/lib/contract/shapes";
import type { UserBrief } from "./messages";
import { unreadCount } from "./rooms";

export type ParticipantRow = {
  id: number;
  user: UserBrief;
  room_id: string;
  joined_at: string;
  last_read_at: string | null;
  last_read_seq: number;
  is_admin: boolean;
  is_muted: boolean;
  muted_until: string | null;
  notify: NotifyLevel;
  left_at: string | null;
  silenced_until: string | null;
  unread_count: number;
};

/** Participants by a condition over the alias `p`, in the order in which they joined. */
export async function selectParticipants(db: Db, where: SQL, page: SQL = sql``): Promise<ParticipantRow[]> {
  return [
    ...(await db.execute<ParticipantRow>(sql`
      select p.id, p.room_id, p.joined_at::text, p.last_read_at::text, p.last_read_seq::float8 as last_read_seq, p.is_admin,
        p.is_muted, p.muted_until::text, p.notify, p.left_at::text,
        case when p.silenced_until > clock_timestamp() then p.silenced_until::text end as silenced_until,
        ${unreadCount(sql`p.room_id`, sql`p.user_id`, sql`p.last_read_seq`)} as unread_count,
        json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name, 'last_name', u.last_name,
          'email', u.email) as "user"
      from participants p join users u on u.id = p.user_id where ${where} order by p.id ${page}`)),
  ];
}

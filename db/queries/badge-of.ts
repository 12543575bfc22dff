import { sql, type SQL } from "drizzle-orm";

/** What an icon's badge shows a person: unread messages of rooms that are not muted, 100 a room at most. */
export function badgeOf(user: SQL): SQL {
  return sql`(select coalesce(sum(c.n), 0)::int from participants bp join rooms br on br.id = bp.room_id
    cross join lateral (select count(*) as n from (
      select 1 from messages b where b.room_id = bp.room_id and b.seq > greatest(bp.last_read_seq, br.gone_seq) and b.deleted_at is null
        and b.sender_id is distinct from bp.user_id limit 100) x) c
    where bp.user_id = ${user} and bp.left_at is null and br.archived_at is null and br.last_seq > bp.last_read_seq
      and not (bp.is_muted and coalesce(bp.muted_until > clock_timestamp(), true)))`;
}

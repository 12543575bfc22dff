import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { hasBlocked } from "./blocks";

/** Older mentions are no news any more. */
const newsFor = sql`interval '2 days'`;

/** The id that a message of this time would have at least: ids begin with their millisecond. */
const idSince = sql`(lpad(to_hex(floor(extract(epoch from clock_timestamp() - ${newsFor}) * 1000)::bigint), 12, '0')
  || repeat('0', 20))::uuid`;

/**
 * People whom an e-mail is due to: they were named, have read it neither in its room nor in the list for as long as they
 * chose, and got no e-mail since. From the few messages that name anybody, by their index.
 */
export async function selectMailDue(db: Db, most: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct u.id from messages m
      join participants p on p.room_id = m.room_id and p.left_at is null and p.last_read_seq < m.seq
        and p.joined_seq <= m.seq
      join users u on u.id = p.user_id and u.is_active and u.email <> ''
    where m.mentions <> '{}' and m.id >= ${idSince} and m.deleted_at is null
      and (m.mentions_all or u.id = any(m.mentions)) and m.sender_id is distinct from u.id
      and not ${hasBlocked(sql`u.id`, sql`m.sender_id`)}
      and m.created_at < clock_timestamp() - u.mail_after * interval '1 minute'
      and m.created_at > greatest(u.mailed_until, u.notices_seen_at, u.created_at)
      and not (p.is_muted and coalesce(p.muted_until > clock_timestamp(), true)) and p.notify <> 'none'
    order by u.id limit ${most}`);
  return rows.map(({ id }) => id);
}

export type Mailed = { email: string; locale: string; notification_text: boolean; since: string | null };

/** Notes that this person is told now, and gives what was noted before; nobody who wants none. */
export async function claimMail(db: Db, user: number): Promise<Mailed | undefined> {
  const [row] = await db.execute<Mailed>(sql`
    with before as (
      select id, email, locale, notification_text, mailed_until from users
      where id = ${user} and is_active and email <> '' and mail_after is not null for update)
    update users u set mailed_until = clock_timestamp() from before b where u.id = b.id
    returning b.email, b.locale, b.notification_text, b.mailed_until::text as since`);
  return row;
}

/** Takes the note back: nothing was sent. */
export async function unclaimMail(db: Db, user: number, since: string | null): Promise<void> {
  await db.execute(sql`update users set mailed_until = ${since}::timestamptz where id = ${user}`);
}

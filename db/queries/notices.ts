import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { hasBlocked } from "./blocks";
import { hasWord } from "./has-word";
import type { UserBrief } from "./messages";

export type NoticeRow = {
  kind: "mention" | "reply" | "keyword" | "reaction" | "added" | "turned_down";
  at: string;
  /** Not looked at, and not read in its room either. */
  unread: boolean;
  emoji: string | null;
  actor: UserBrief | null;
  room: {
    id: string;
    name: string;
    room_type: string;
    other: UserBrief | null;
    task_title: string | null;
    property_name: string | null;
  };
  message: { id: string; thread_root_id: string | null; content: string } | null;
  held: { content: string; reason: string } | null;
};

/** Of each room so many of the latest replies, reactions and messages with one of their words are looked at: a call costs the same however old a room is. */
const latest = 200;
const keptFor = sql`interval '30 days'`;
const none = sql`null::text`;

const brief = (
  alias: string,
) => sql`json_build_object('id', ${sql.raw(alias)}.id, 'username', ${sql.raw(alias)}.username,
  'first_name', ${sql.raw(alias)}.first_name, 'last_name', ${sql.raw(alias)}.last_name, 'email', ${sql.raw(alias)}.email)`;

/**
 * What concerned a person in their present rooms within thirty days, the newest first: who named them, answered them or
 * said one of their words, reacted to what they wrote, the rooms that they were brought into, and
 * what of theirs a moderator did not let through. It is read from what is there: nothing is written
 * for it when a message is sent, and what is deleted or taken back is no news any more.
 */
export async function selectNotices(
  db: Db,
  user: number,
  /** `told`: only of rooms that they want to be told of. */
  which: { before?: string | undefined; unread?: boolean; told?: boolean; limit: number },
): Promise<NoticeRow[]> {
  const before = which.before ? sql`and at < ${which.before}::timestamptz` : sql``;
  const open = which.unread ? sql`and unread` : sql``;
  const told = which.told ? sql`and room_id in (select room_id from mine where told)` : sql``;
  const ofMessage = sql`m.created_at as at, m.seq > x.last_read_seq as open, m.room_id, m.id as message_id,
    m.sender_id as actor_id`;
  const news = sql`m.sender_id is distinct from ${user} and m.deleted_at is null and m.seq >= x.joined_seq`;
  return [
    ...(await db.execute<NoticeRow>(sql`
      with mine as materialized (
        select p.room_id, p.last_read_seq, p.joined_seq, p.joined_at, r.created_by_id, r.room_type,
          p.notify <> 'none' and not (p.is_muted and coalesce(p.muted_until > clock_timestamp(), true)) as told
        from participants p join rooms r on r.id = p.room_id
        where p.user_id = ${user} and p.left_at is null and r.last_activity_at > clock_timestamp() - ${keptFor}),
      wordy as materialized (
        select x.*, u.keywords from mine x join users u on u.id = ${user} and u.keywords <> '{}'),
      found as (
        select 'mention' as kind, ${ofMessage}, ${none} as emoji from messages m join mine x on x.room_id = m.room_id
          where m.mentions @> array[${user}::int] and m.mentions <> '{}' and ${news}
        union all
        select 'mention', ${ofMessage}, ${none} from mine x cross join lateral (
            select * from messages a where a.room_id = x.room_id and a.mentions_all order by a.seq desc limit ${latest}) m
          where not m.mentions @> array[${user}::int] and ${news}
        union all
        select 'reply', ${ofMessage}, ${none} from mine x cross join lateral (
            select * from messages a where a.room_id = x.room_id and a.reply_to_id is not null
            order by a.seq desc limit ${latest}) m
          join messages o on o.id = m.reply_to_id and o.sender_id = ${user}
          where not m.mentions_all and not m.mentions @> array[${user}::int] and ${news}
        union all
        select 'keyword', ${ofMessage}, ${none} from wordy x cross join lateral (
            select * from messages a where a.room_id = x.room_id order by a.seq desc limit ${latest}) m
          left join message_search s on s.message_id = m.id left join messages o on o.id = m.reply_to_id
          where m.message_type <> 'system' and not m.mentions_all and not m.mentions @> array[${user}::int]
            and o.sender_id is distinct from ${user} and ${news}
            and ${hasWord(sql`coalesce(s.text, fold_text(m.content))`, sql`x.keywords`)}
        union all
        select * from (
          select distinct on (m.id, e.user_id, e.data ->> 'emoji') 'reaction', e.at, true, m.room_id, m.id, e.user_id,
            e.data ->> 'emoji'
          from mine x cross join lateral (
              select * from events v where v.room_id = x.room_id and v.type = 'reaction.changed'
              order by v.seq desc limit ${latest}) e
            join messages m on m.id = e.message_id and m.sender_id = ${user} and m.deleted_at is null
          where e.user_id <> ${user} and e.seq >= x.joined_seq and exists (
            select 1 from jsonb_array_elements(m.reactions) r
            where r ->> 'emoji' = e.data ->> 'emoji' and r -> 'user_ids' @> to_jsonb(e.user_id))
          order by m.id, e.user_id, e.data ->> 'emoji', e.seq desc) reactions
        union all
        select 'added', x.joined_at, true, x.room_id, null, null, null from mine x
          where x.room_type <> 'direct' and x.created_by_id is distinct from ${user}
        union all
        -- In the place of a message its own id: there is none.
        select 'turned_down', h.decided_at, true, h.room_id, h.id, null, null from held_texts h
          where h.sender_id = ${user} and h.state = 'refused'),
      chosen as (
        select * from (
          select f.*, f.open and f.at > coalesce(me.notices_seen_at, me.created_at) as unread
          from found f, (select notices_seen_at, created_at from users where id = ${user}) me) f
        where at > clock_timestamp() - ${keptFor} ${before} ${open} ${told}
          and not ${hasBlocked(sql`${user}`, sql`f.actor_id`)}
        order by at desc, kind, message_id, actor_id limit ${which.limit})
      select c.kind, c.at::text, c.unread, c.emoji,
        case when w.id is not null then ${brief("w")} end as actor,
        json_build_object('id', r.id, 'name', r.name, 'room_type', r.room_type,
          'other', (select ${brief("o")} from participants q join users o on o.id = q.user_id
            where r.room_type = 'direct' and q.room_id = r.id and q.user_id <> ${user} limit 1),
          'task_title', t.title, 'property_name', h.name) as room,
        case when m.id is not null then
          json_build_object('id', m.id, 'thread_root_id', m.thread_root_id, 'content', left(m.content, 200)) end as message,
        case when d.id is not null then json_build_object('content', left(d.content, 200), 'reason', d.reason) end as held
      from chosen c join rooms r on r.id = c.room_id
        left join tasks t on t.id = r.task_id left join properties h on h.id = r.property_id
        left join users w on w.id = c.actor_id left join messages m on m.id = c.message_id
        left join held_texts d on c.kind = 'turned_down' and d.id = c.message_id
      order by c.at desc, c.kind, c.message_id, c.actor_id`)),
  ];
}

/** Only ever forward, and not beyond now. */
export async function setNoticesSeen(db: Db, user: number, until: string): Promise<void> {
  await db.execute(sql`update users set notices_seen_at = least(${until}::timestamptz, clock_timestamp())
    where id = ${user} and coalesce(notices_seen_at, '-infinity') < least(${until}::timestamptz, clock_timestamp())`);
}

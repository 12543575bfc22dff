import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { anyOf } from "./any-of";
import { badgeOf } from "./badge-of";
import { hasWord } from "./has-word";
import type { MessageRow, UserBrief } from "./messages";

export type NewDelivery = {
  device_id: string;
  user_id: number;
  subject: string;
  room_id?: string | null;
  message_id?: string | null;
  due_at: string;
};

/**
 * What is not on record for its device yet is put there, and what waits there is brought forward if it shall wait less;
 * gives the ids of those.
 */
export async function insertDeliveries(tx: Db, given: NewDelivery[]): Promise<{ id: number; due_at: string }[]> {
  const rows = sql`select * from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
    as x (device_id uuid, user_id int, subject text, room_id uuid, message_id uuid, due_at timestamptz)`;
  const made = await tx.execute<{ id: number; due_at: string }>(sql`
    insert into push_deliveries (device_id, user_id, subject, room_id, message_id, due_at) ${rows}
    on conflict (device_id, subject) do nothing returning id::float8 as id, due_at::text`);
  if (made.length === given.length) return [...made];
  // Not by the insert itself: that would hold those too that stay as they are, and whoever sends them now passes over what
  // is held. A statement of its own also sees what another transaction has made meanwhile.
  const forward = await tx.execute<{ id: number; due_at: string }>(sql`
    update push_deliveries d set due_at = x.due_at from (${rows}) x
    where d.device_id = x.device_id and d.subject = x.subject and d.status = 'queued' and d.tries = 0
      and x.due_at < d.due_at returning d.id::float8 as id, d.due_at::text`);
  return [...made, ...forward];
}

/** A delivery that waits, with everything that its sending needs as it is now. */
export type OpenDelivery = {
  id: number;
  user_id: number;
  subject: string;
  tries: number;
  late: boolean;
  device: {
    id: string;
    kind: "web" | "fcm";
    address: string;
    p256dh: string | null;
    auth: string | null;
    platform: "web" | "android" | "ios";
  } | null;
  locale: string;
  notification_text: boolean;
  active: boolean;
  room_id: string | null;
  room: {
    id: string;
    name: string;
    room_type: string;
    other: UserBrief | null;
    task_title: string | null;
    property_name: string | null;
  } | null;
  in_room: boolean;
  read: boolean;
  muted: boolean;
  unread: number;
  /** Of all rooms, for the icon. */
  badge: number;
  message: {
    id: string;
    seq: number;
    content: string;
    message_type: MessageRow["message_type"];
    created_at: string;
    deleted: boolean;
    sender: UserBrief | null;
    avatar_url: string | null;
    concerns: boolean;
    urgent: boolean;
  } | null;
};

/** So long after it was about to leave, nobody waits for an answer to it any more. */
const underWay = sql`interval '2 minutes'`;

/**
 * Those of these that are still to be sent, held until the transaction ends. Not what somebody else is sending just now:
 * where many wait, the sweep has taken some for left behind.
 */
export async function lockOpenDeliveries(tx: Db, ids: number[]): Promise<OpenDelivery[]> {
  return [
    ...(await tx.execute<OpenDelivery>(sql`
      select d.id::float8 as id, d.user_id, d.subject, d.tries, d.room_id,
        d.created_at < clock_timestamp() - interval '1 day' as late,
        case when s.id is not null then json_build_object('id', v.id, 'kind', v.kind, 'address', v.address,
          'p256dh', v.p256dh, 'auth', v.auth, 'platform', v.platform) end as device,
        u.locale, u.notification_text, u.is_active as active,
        case when r.id is not null then json_build_object('id', r.id, 'name', r.name, 'room_type', r.room_type,
          'other', (select ${brief("o")} from participants q join users o on o.id = q.user_id
            where r.room_type = 'direct' and q.room_id = r.id and q.user_id <> u.id limit 1),
          'task_title', t.title, 'property_name', h.name) end as room,
        p.id is not null as in_room,
        coalesce(p.last_read_seq >= m.seq, false) as read,
        coalesce(p.is_muted and coalesce(p.muted_until > clock_timestamp(), true), false) as muted,
        case when p.id is null then 0 else (select count(*)::int from (
          select 1 from messages n where n.room_id = r.id and n.seq > greatest(p.last_read_seq, r.gone_seq)
            and n.deleted_at is null and n.sender_id is distinct from u.id limit 100) c) end as unread,
        ${badgeOf(sql`u.id`)} as badge,
        case when m.id is not null then json_build_object('id', m.id, 'seq', m.seq, 'content', left(m.content, 400),
          'message_type', m.message_type, 'created_at', m.created_at, 'deleted', m.deleted_at is not null,
          'sender', case when w.id is not null then ${brief("w")} end, 'avatar_url', w.avatar_url,
          'concerns', m.mentions_all or u.id = any(m.mentions)
            or exists (select 1 from messages a where a.id = m.reply_to_id and a.sender_id = u.id)
            or u.keywords <> '{}' and ${hasWord(sql`fold_text(m.content)`, sql`u.keywords`)},
          'urgent', exists (select 1 from urgent_messages g where g.message_id = m.id)) end as message
      from push_deliveries d join users u on u.id = d.user_id
        left join push_devices v on v.id = d.device_id and v.user_id = d.user_id
        left join sessions s on s.id = v.session_id and s.revoked_at is null and s.expires_at > clock_timestamp()
        left join rooms r on r.id = d.room_id
        left join tasks t on t.id = r.task_id left join properties h on h.id = r.property_id
        left join participants p on p.room_id = d.room_id and p.user_id = d.user_id and p.left_at is null
        left join messages m on m.id = d.message_id left join users w on w.id = m.sender_id
      where d.id = ${anyOf(ids, "bigint")} 
        and (d.status = 'queued' or d.status = 'sent' and d.changed_at < clock_timestamp() - ${underWay})
      order by d.id for update of d skip locked`)),
  ];
}

const brief = (
  alias: string,
) => sql`json_build_object('id', ${sql.raw(alias)}.id, 'username', ${sql.raw(alias)}.username,
  'first_name', ${sql.raw(alias)}.first_name, 'last_name', ${sql.raw(alias)}.last_name, 'email', ${sql.raw(alias)}.email)`;

/** They are about to leave: whether they arrive is not known before the push service has answered. */
export async function markSent(tx: Db, ids: number[]): Promise<void> {
  await tx.execute(sql`update push_deliveries set status = 'sent', tries = tries + 1, changed_at = clock_timestamp()
    where id = ${anyOf(ids, "bigint")}`);
}

/** How many are due and not yet handed over. */
export async function countOpenPushes(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from push_deliveries
    where status in ('queued', 'sent') and due_at <= clock_timestamp()`);
  return row?.n ?? 0;
}

/** Those that should long have been sent: whoever was about to do it is gone. */
export async function selectOverdue(db: Db, most: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id::float8 as id from push_deliveries where status in ('queued', 'sent')
      and due_at < clock_timestamp() - interval '3 minutes' and changed_at < clock_timestamp() - interval '3 minutes'
    order by due_at limit ${most}`);
  return rows.map(({ id }) => id);
}

/**
 * Devices that were told of something in the room and may still show it. Not the browsers of Apple's: there a push that
 * shows nothing counts against the subscription.
 */
export async function selectShowing(db: Db, userId: number, room: string): Promise<string[]> {
  const rows = await db.execute<{ device_id: string }>(sql`
    select distinct d.device_id from push_deliveries d join push_devices v on v.id = d.device_id
    where d.user_id = ${userId} and d.room_id = ${room} and d.status = 'accepted' and d.message_id is not null
      and d.created_at > clock_timestamp() - interval '1 day'
      and v.address not like 'https://web.push.apple.com/%'
      and not exists (select 1 from push_deliveries c where c.device_id = d.device_id and c.room_id = d.room_id
        and c.subject like 'read:%' and c.created_at > d.created_at)`);
  return rows.map(({ device_id }) => device_id);
}

/** Those of these marks of reading whose person was told something of the room on any device lately. */
export async function selectShown(
  db: Db,
  reads: { user: number; room: string; seq: number }[],
): Promise<{ user: number; room: string; seq: number }[]> {
  return [
    ...(await db.execute<{ user: number; room: string; seq: number }>(sql`
      select r."user", r.room, r.seq::float8 as seq
      from jsonb_to_recordset(${JSON.stringify(reads)}::text::jsonb) as r ("user" int, room uuid, seq bigint)
      where exists (select 1 from push_deliveries d where d.user_id = r."user" and d.room_id = r.room
        and d.status = 'accepted' and d.message_id is not null and d.created_at > clock_timestamp() - interval '1 day')`)),
  ];
}

/** Records are kept for thirty days. */
export async function deleteOldDeliveries(db: Db, most: number): Promise<number> {
  const rows = await db.execute(sql`delete from push_deliveries where id in (
    select id from push_deliveries where created_at < clock_timestamp() - interval '30 days' limit ${most}) returning 1`);
  return rows.length;
}

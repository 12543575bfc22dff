import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { NotifyLevel, QuietHours } from "@/lib/contract/shapes";
import { anyOf } from "./any-of";
import { hasBlocked } from "./blocks";
import { byKeys } from "./by-keys";
import { hasWord } from "./has-word";

/** A message, as far as it matters for who is told of it. */
export type NotifiedMessage = {
  id: string;
  seq: number;
  sender_id: number | null;
  system: boolean;
  deleted: boolean;
  mentions: number[];
  mentions_all: boolean;
  /** Who wrote what it answers. */
  answers: number | null;
  urgent: boolean;
  content: string;
  created_at: string;
};

const messageColumns = sql`m.id, m.seq::float8 as seq, m.sender_id, m.message_type = 'system' as system,
  m.deleted_at is not null as deleted, m.mentions, m.mentions_all, a.sender_id as answers,
  exists (select 1 from urgent_messages g where g.message_id = m.id) as urgent, m.content, m.created_at::text`;
const messageTables = (where: SQL) => sql`messages m left join messages a on a.id = m.reply_to_id where ${where}`;

/** Older ones are no news any more. */
const newsFor = sql`interval '1 day'`;

/** Somebody in the room who has devices, with what they chose. */
export type Recipient = {
  id: number;
  active: boolean;
  timezone: string;
  quiet_hours: QuietHours | null;
  do_not_disturb: boolean;
  on_duty: boolean;
  keywords: string[];
  notify: NotifyLevel;
  muted: boolean;
  muted_until: string | null;
  last_read_seq: number;
  joined_seq: number;
  in_use: boolean;
  /** Whom they have blocked. */
  blocks: number[];
  devices: { id: string; since: string }[];
};

const liveSession = sql`s.revoked_at is null and s.expires_at > clock_timestamp()`;
/** Somebody who read or did something so recently is at a device. */
const inUse = sql`interval '1 minute'`;

/** Everybody in the room who has a device; in a transaction, for it is planned for lookups by keys. */
export async function selectRecipients(tx: Db, room: string): Promise<Recipient[]> {
  await byKeys(tx, true);
  const found = await tx.execute<Recipient>(sql`
      select u.id, u.is_active as active, u.timezone, u.quiet_hours, u.do_not_disturb, u.on_duty, u.keywords, p.notify, p.is_muted as muted,
        p.muted_until::text, p.last_read_seq::float8 as last_read_seq, p.joined_seq::float8 as joined_seq,
        coalesce(greatest(u.last_active_at, l.read_at) > clock_timestamp() - ${inUse}, false) as in_use, d.devices,
        (select coalesce(json_agg(k.blocked_id), '[]') from blocks k where k.blocker_id = u.id) as blocks
      from participants p join users u on u.id = p.user_id
        join lateral (select json_agg(json_build_object('id', d.id, 'since', d.created_at)) as devices
          from push_devices d join sessions s on s.id = d.session_id and ${liveSession}
          where d.user_id = u.id) d on d.devices is not null
        cross join lateral (select max(q.last_read_at) as read_at from participants q where q.user_id = u.id) l
      where p.room_id = ${room} and p.left_at is null and u.is_active`);
  await byKeys(tx, false);
  return [...found];
}

/** Those of these rooms where somebody has a device, and something was said that was not decided upon. */
export async function selectRoomsToNotify(db: Db, rooms: string[]): Promise<string[]> {
  const found = await db.execute<{ id: string }>(sql`
    select r.id from rooms r left join room_notified n on n.room_id = r.id
    where r.id = ${anyOf(rooms, "uuid")} and ${toNotify}`);
  return found.map(({ id }) => id);
}

/** The same, of all rooms: what a process that died has left behind. */
export async function selectRoomsMissed(db: Db, most: number): Promise<string[]> {
  const found = await db.execute<{ id: string }>(sql`
    select r.id from rooms r left join room_notified n on n.room_id = r.id
    where r.last_activity_at > clock_timestamp() - ${newsFor}
      and r.last_activity_at < clock_timestamp() - interval '10 seconds' and ${toNotify}
    order by r.last_activity_at desc limit ${most}`);
  return found.map(({ id }) => id);
}

const toNotify = sql`coalesce(n.seq, 0) < r.last_seq and exists (
  select 1 from push_devices d join participants p on p.user_id = d.user_id
  where p.room_id = r.id and p.left_at is null)`;

/** Holds the room's mark until the transaction ends: its messages since then, and how far the log goes. */
export async function lockUnnotified(
  tx: Db,
  room: string,
  most: number,
): Promise<{ messages: NotifiedMessage[]; until: number; more: boolean }> {
  await tx.execute(sql`insert into room_notified (room_id) values (${room}) on conflict do nothing`);
  const [mark] = await tx.execute<{ seq: number; last_seq: number }>(sql`
    select n.seq::float8 as seq, r.last_seq::float8 as last_seq from room_notified n join rooms r on r.id = n.room_id
    where n.room_id = ${room} for update of n`);
  if (!mark) return { messages: [], until: 0, more: false };
  const messages = await tx.execute<NotifiedMessage>(sql`
    select ${messageColumns} from ${messageTables(sql`m.room_id = ${room} and m.seq > ${mark.seq}
      and m.seq <= ${mark.last_seq} and m.created_at > clock_timestamp() - ${newsFor}`)}
    order by m.seq limit ${most}`);
  const more = messages.length === most;
  return { messages: [...messages], until: more ? (messages.at(-1)?.seq ?? mark.last_seq) : mark.last_seq, more };
}

export async function setNotified(tx: Db, room: string, seq: number): Promise<void> {
  await tx.execute(sql`update room_notified set seq = ${seq} where room_id = ${room}`);
}

export async function selectNotifiedMessage(
  db: Db,
  id: string,
): Promise<(NotifiedMessage & { room_id: string }) | undefined> {
  const [row] = await db.execute<NotifiedMessage & { room_id: string }>(
    sql`select ${messageColumns}, m.room_id from ${messageTables(sql`m.id = ${id}::uuid and m.created_at > clock_timestamp() - ${newsFor}`)}`,
  );
  return row;
}

/** False when it is urgent already. */
export async function insertUrgent(tx: Db, message: string, reason: string): Promise<boolean> {
  const rows = await tx.execute(sql`insert into urgent_messages (message_id, reason) values (${message}, ${reason})
    on conflict do nothing returning message_id`);
  return rows.length > 0;
}

/** What lies unread for somebody in rooms that they want to hear of, of the last day. */
export async function selectUnreadFor(db: Db, userId: number): Promise<{ messages: number; rooms: number }> {
  const [row] = await db.execute<{ messages: number; rooms: number }>(sql`
    select count(*)::int as messages, count(distinct m.room_id)::int as rooms
    from participants p join messages m on m.room_id = p.room_id and m.seq > p.last_read_seq
      left join messages a on a.id = m.reply_to_id join users u on u.id = p.user_id
    where p.user_id = ${userId} and p.left_at is null
      and not (p.is_muted and coalesce(p.muted_until > clock_timestamp(), true))
      and (p.notify = 'all' or (p.notify = 'mentions'
        and (m.mentions_all or p.user_id = any(m.mentions) or a.sender_id = p.user_id
          or u.keywords <> '{}' and ${hasWord(sql`fold_text(m.content)`, sql`u.keywords`)})))
      and m.sender_id is distinct from p.user_id and m.deleted_at is null and m.message_type <> 'system'
      and not ${hasBlocked(sql`p.user_id`, sql`m.sender_id`)}
      and m.created_at > clock_timestamp() - ${newsFor}`);
  return row ?? { messages: 0, rooms: 0 };
}

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { Role } from "@/lib/contract/shapes";
import { notAbove } from "./not-above";
import type { MessageRow, UserBrief } from "./messages";
import type { RoomRow } from "./rooms";
import type { SendRow } from "./send-batch";

export type HeldState = "waiting" | "released" | "refused" | "withdrawn";

/** A held text for moderators. */
export type HeldRow = {
  id: string;
  state: HeldState;
  person: UserBrief & { role: Role; is_active: boolean };
  room_id: string;
  room: Pick<RoomRow, "id" | "name" | "room_type" | "task_title" | "property_name">;
  content: string;
  rules: { rule: number; text: string }[];
  reason: string;
  decided_by: UserBrief | null;
  decided_at: string | null;
  message_id: string | null;
  context_to: number;
  created_at: string;
};

const brief = (alias: string) => {
  const u = sql.raw(alias);
  return sql`json_build_object('id', ${u}.id, 'username', ${u}.username, 'first_name', ${u}.first_name,
    'last_name', ${u}.last_name, 'email', ${u}.email)`;
};

/** Keeps a send whose room's row is held; gives its id. */
export async function insertHeld(
  tx: Db,
  row: SendRow & { client_id: string },
  rules: HeldRow["rules"],
): Promise<string> {
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into held_texts (room_id, sender_id, client_id, sent_hash, message_type, content, reply_to_id, thread_root_id,
      attachment_ids, before_after, rules, context_to)
    select ${row.room}, ${row.sender}, ${row.client_id}, decode(${row.hash}, 'hex'), ${row.type}, ${row.content},
      ${row.reply_to}::uuid, ${row.thread_root}::uuid, ${sql.param(row.attachment_ids)}::uuid[], ${row.before_after},
      ${JSON.stringify(rules)}::text::jsonb, r.message_total from rooms r where r.id = ${row.room} returning id`);
  if (!made) throw new Error("The text that is to be held did not come back.");
  return made.id;
}

/** Whether a person has so many texts waiting already. */
export async function hasWaiting(db: Db, sender: number, most: number): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from held_texts where sender_id = ${sender} and state = 'waiting'
    limit 1 offset ${most - 1}`);
  return rows.length > 0;
}

export type HeldOutcome = { id: string; state: HeldState; reason: string };

/** What became of a held send. */
export async function selectHeldSend(db: Db, sender: number, clientId: string): Promise<HeldOutcome | undefined> {
  const [row] = await db.execute<HeldOutcome>(
    sql`select id, state, reason from held_texts where sender_id = ${sender} and client_id = ${clientId}`,
  );
  return row;
}

export type OwnHeldRow = {
  id: string;
  room_id: string;
  client_id: string;
  state: "waiting" | "refused";
  content: string;
  reply: MessageRow["reply"];
  thread_root_id: string | null;
  reason: string;
  created_at: string;
};

/** What a person is still to be shown of their own. */
export async function selectOwnHeld(db: Db, sender: number): Promise<OwnHeldRow[]> {
  return [
    ...(await db.execute<OwnHeldRow>(sql`
      select h.id, h.room_id, h.client_id, h.state, h.content, h.thread_root_id, h.reason, h.created_at::text,
        case when m.id is not null then json_build_object('id', m.id, 'sender',
          case when u.id is not null then json_build_object('id', u.id, 'username', u.username) end,
          'content', left(m.content, 100), 'created_at', m.created_at::text) end as reply
      from held_texts h left join messages m on m.id = h.reply_to_id left join users u on u.id = m.sender_id
      where h.sender_id = ${sender} and (h.state = 'waiting' or h.state = 'refused' and h.seen_at is null)
      order by h.created_at, h.id limit 200`)),
  ];
}

/** A person's own, whatever its state. */
export async function selectOwnHeldPlace(
  db: Db,
  sender: number,
  id: string,
): Promise<{ room_id: string; state: HeldState } | undefined> {
  const [row] = await db.execute<{ room_id: string; state: HeldState }>(
    sql`select room_id, state from held_texts where id = ${id} and sender_id = ${sender}`,
  );
  return row;
}

/** Takes a waiting text back, with its words; false when it waits no more. */
export async function withdrawHeld(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.execute(sql`update held_texts set state = 'withdrawn', decided_at = clock_timestamp(),
    content = '', rules = '[]' where id = ${id} and state = 'waiting' returning id`);
  return rows.length > 0;
}

export async function noteHeldSeen(db: Db, id: string): Promise<void> {
  await db.execute(sql`update held_texts set seen_at = clock_timestamp()
    where id = ${id} and state = 'refused' and seen_at is null`);
}

function selectHelds(db: Db, where: SQL, page: SQL): Promise<HeldRow[]> {
  return db
    .execute<HeldRow>(
      sql`
    select h.id, h.state, h.room_id, h.content, h.rules, h.reason, h.decided_at::text, h.message_id, h.context_to,
      h.created_at::text,
      (${brief("p")}::jsonb || jsonb_build_object('role', p.role, 'is_active', p.is_active))::json as person,
      case when d.id is not null then ${brief("d")} end as decided_by,
      json_build_object('id', c.id, 'name', c.name, 'room_type', c.room_type,
        'task_title', t.title, 'property_name', y.name) as room
    from held_texts h join users p on p.id = h.sender_id left join users d on d.id = h.decided_by_id
      join rooms c on c.id = h.room_id left join tasks t on t.id = c.task_id left join properties y on y.id = c.property_id
    where h.state <> 'withdrawn' and ${where} ${page}`,
    )
    .then((rows) => [...rows]);
}

/** Those that somebody may decide about: waiting ones the oldest first, others by when they were decided. */
export async function selectHeldPage(
  db: Db,
  by: { userId: number; role: Role },
  status: "waiting" | "decided",
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: HeldRow[] }> {
  const waiting = status === "waiting";
  const state = waiting ? sql`h.state = 'waiting'` : sql`h.state in ('released', 'refused')`;
  const where = sql`${state} and ${notAbove(by)}`;
  const [total] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from held_texts h join users p on p.id = h.sender_id where ${where}`,
  );
  const order = waiting ? sql`h.created_at` : sql`h.decided_at desc`;
  const rows = await selectHelds(db, where, sql`order by ${order}, h.id limit ${limit} offset ${offset}`);
  return { count: total?.count ?? 0, rows };
}

export async function selectHeld(db: Db, id: string): Promise<HeldRow | undefined> {
  return (await selectHelds(db, sql`h.id = ${id}`, sql``))[0];
}

export type HeldSend = Omit<SendRow, "mention_names" | "mentions_all" | "has_link" | "moderated"> & {
  client_id: string;
};

/** What was to be sent. What it answers may be deleted by now: then it is sent without. */
export async function selectSendOfHeld(db: Db, id: string): Promise<HeldSend> {
  const [row] = await db.execute<HeldSend>(sql`
    select h.room_id as room, h.sender_id as sender, h.client_id, encode(h.sent_hash, 'hex') as hash,
      h.message_type as type, h.content, m.id as reply_to, h.thread_root_id as thread_root, h.attachment_ids, h.before_after
    from held_texts h left join messages m on m.id = h.reply_to_id and m.deleted_at is null where h.id = ${id}`);
  if (!row) throw new Error("There is no such held text.");
  return row;
}

/** Notes what a moderator has decided about a waiting text whose room's row is held. */
export async function decideHeld(
  tx: Db,
  id: string,
  decision: { by: number; reason: string; message: string | null },
): Promise<void> {
  await tx.execute(sql`update held_texts set state = ${decision.message === null ? "refused" : "released"},
    reason = ${decision.reason}, message_id = ${decision.message}::uuid, decided_by_id = ${decision.by},
    decided_at = clock_timestamp() where id = ${id} and state = 'waiting'`);
}

/** Whether a held text is this moderator's to decide about, or was: its files are theirs to look at. */
export async function isHeldFor(db: Db, by: { userId: number; role: Role }, id: string): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from held_texts h join users p on p.id = h.sender_id
    where h.id = ${id} and h.state <> 'withdrawn' and ${notAbove(by)}`);
  return rows.length > 0;
}

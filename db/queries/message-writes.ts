import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { everyoneMentioned } from "./everyone-mentioned";

/** Puts the text of now aside for audit. */
async function keepVersion(tx: Db, id: string, by: number): Promise<void> {
  await tx.execute(sql`insert into message_versions (message_id, content, replaced_by_id)
    select id, content, ${by} from messages where id = ${id}`);
}

/** Replaces the text; the earlier one is kept for audit. Mentions are found anew. */
export async function replaceContent(
  tx: Db,
  id: string,
  by: number,
  text: { content: string; names: string[]; all: boolean },
): Promise<void> {
  await keepVersion(tx, id, by);
  const named = sql`coalesce((
    select array_agg(q.user_id order by q.user_id) from participants q join users u on u.id = q.user_id
    where q.room_id = m.room_id and q.left_at is null
      and lower(u.username) in (select json_array_elements_text(${JSON.stringify(text.names)}::text::json))), '{}')`;
  await tx.execute(sql`
    update messages m set content = ${text.content}, edited_at = clock_timestamp(), modified_at = clock_timestamp(),
      mentions_all = ${text.all}, mentions = ${text.all ? everyoneMentioned(sql`m.room_id`) : named}
    where id = ${id}`);
}

/** Makes a tombstone: text, reactions, pin and mentions go, counters follow, the original stays for audit. */
export async function buryMessage(tx: Db, id: string, by: number): Promise<void> {
  await keepVersion(tx, id, by);
  await tx.execute(sql`
    with before as (select room_id, seq, thread_root_id, pinned_at from messages where id = ${id}),
    counted as (
      update rooms r set message_count = message_count - (case when b.seq > r.gone_seq then 1 else 0 end),
        pinned_count = pinned_count - (case when b.pinned_at is null then 0 else 1 end)
      from before b where r.id = b.room_id
    ), threaded as (
      update messages t set reply_count = reply_count - 1 from before b where t.id = b.thread_root_id
    )
    update messages set content = '[Message deleted]', deleted_at = clock_timestamp(), modified_at = clock_timestamp(),
      reactions = '[]', pinned_at = null, mentions = '{}', mentions_all = false
    where id = ${id}`);
}

export async function setReactions(
  tx: Db,
  id: string,
  reactions: { emoji: string; user_ids: number[] }[],
): Promise<void> {
  await tx.execute(sql`update messages set reactions = ${JSON.stringify(reactions)}::text::jsonb,
    modified_at = clock_timestamp() where id = ${id}`);
}

export async function setPinned(tx: Db, id: string, pinned: boolean): Promise<void> {
  await tx.execute(sql`
    with pin as (
      update messages set pinned_at = case when ${pinned} then clock_timestamp() end, modified_at = clock_timestamp()
      where id = ${id} returning room_id
    )
    update rooms r set pinned_count = pinned_count + ${pinned ? 1 : -1} from pin where r.id = pin.room_id`);
}

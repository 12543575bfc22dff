import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { hiddenContent } from "@/lib/contract/hidden-content";

/**
 * Puts what a message says aside and a placeholder in its place, so that lists, search, previews and notifications cannot
 * show it. The room's row is held by the caller.
 */
export async function hideMessageRow(tx: Db, id: string, by: number | null): Promise<void> {
  await tx.execute(sql`
    with kept as (
      insert into hidden_messages (message_id, content, mentions, mentions_all, attachment_count, link_id, hidden_by_id)
      select id, content, mentions, mentions_all, attachment_count, link_id, ${by}::int from messages
      where id = ${id} and hidden_at is null
    )
    update messages set content = ${hiddenContent}, mentions = '{}', mentions_all = false, attachment_count = 0,
      link_id = null, hidden_at = clock_timestamp(), modified_at = clock_timestamp()
    where id = ${id} and hidden_at is null`);
}

/** The way back. */
export async function unhideMessageRow(tx: Db, id: string): Promise<void> {
  await tx.execute(sql`
    with kept as (delete from hidden_messages where message_id = ${id} returning *)
    update messages m set content = k.content, mentions = k.mentions, mentions_all = k.mentions_all,
      attachment_count = k.attachment_count, link_id = k.link_id, hidden_at = null, modified_at = clock_timestamp()
    from kept k where m.id = k.message_id`);
}

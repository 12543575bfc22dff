import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { DurableEventType } from "@/lib/contract/events";
import { anyOf } from "./any-of";

export type NewEvent = {
  type: DurableEventType;
  messageId?: string;
  userId?: number;
  data?: { emoji?: string; on?: boolean };
};

export type EventRow = {
  room_id: string;
  seq: number;
  type: DurableEventType;
  at: string;
  message_id: string | null;
  user_id: number | null;
  data: { emoji?: string; on?: boolean } | null;
};

/** Gives the event the room's next number and stores it. The caller's transaction holds the room's row. */
export async function appendEvent(tx: Db, room: string, event: NewEvent): Promise<number> {
  const [row] = await tx.execute<{ seq: string }>(sql`
    with numbered as (
      update rooms set last_seq = last_seq + 1, last_xid = pg_current_xact_id(), modified_at = clock_timestamp()
      where id = ${room} returning last_seq
    )
    insert into events (room_id, seq, type, message_id, user_id, data)
    select ${room}, last_seq, ${event.type}, ${event.messageId ?? null}::uuid, ${event.userId ?? null}::int,
      ${event.data ? JSON.stringify(event.data) : null}::text::jsonb
    from numbered returning seq`);
  if (!row) throw new Error("The room vanished while an event was written.");
  return Number(row.seq);
}

/** Events of one room in order: those named, or up to `limit` after `after` and up to `until`. */
export async function selectEvents(
  db: Db,
  room: string,
  which: { seqs: number[] } | { after: number; until?: number; limit: number },
): Promise<EventRow[]> {
  const rows =
    "seqs" in which
      ? await db.execute<EventRow>(sql`
          select room_id, seq::float8 as seq, type, at::text, message_id, user_id, data from events
          where room_id = ${room} and seq = ${anyOf(which.seqs, "bigint")} order by seq`)
      : await db.execute<EventRow>(sql`
          select room_id, seq::float8 as seq, type, at::text, message_id, user_id, data from events
          where room_id = ${room} and seq > ${which.after} and seq <= ${which.until ?? Number.MAX_SAFE_INTEGER}
          order by events.seq limit ${which.limit}`);
  return [...rows];
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { selectEvents, type EventRow } from "@/db/queries/events";
import { selectMessagesById } from "@/db/queries/messages";
import { selectParticipants } from "@/db/queries/participants";
import type { PublishedEvent } from "@/lib/events/hint";
import { instant } from "../instant";
import { presentMessages } from "../messages/present-messages";
import { presentParticipant } from "../participants/present-participant";

/** Events of one room, chosen by number or as a range, as everybody would get them now. */
export async function presentEvents(
  db: Db,
  room: string,
  which: { seqs: number[] } | { after: number; until?: number; limit: number },
): Promise<PublishedEvent[]> {
  return presentEventRows(db, room, await selectEvents(db, room, which));
}

/** What an event carries is built from the present state, so text since deleted or edited away never comes back. */
async function presentEventRows(db: Db, room: string, rows: EventRow[]): Promise<PublishedEvent[]> {
  const messageIds = [...new Set(rows.flatMap((r) => (r.message_id === null ? [] : [r.message_id])))];
  const messages = new Map((await presentMessages(db, await selectMessagesById(db, messageIds))).map((m) => [m.id, m]));
  const userIds = [
    ...new Set(rows.flatMap((r) => (r.type.startsWith("participant.") && r.user_id ? [r.user_id] : []))),
  ];
  const members = userIds.length
    ? await selectParticipants(db, sql`p.room_id = ${room} and p.user_id in ${userIds}`)
    : [];
  const participants = new Map(members.map((p) => [p.user.id, presentParticipant(p)]));
  return rows.map((row) => ({
    room,
    seq: row.seq,
    type: row.type,
    at: instant(row.at),
    data: dataOf(row, messages, participants),
    actor_id: row.user_id,
  }));
}

function dataOf(
  row: EventRow,
  messages: Map<string, Awaited<ReturnType<typeof presentMessages>>[number]>,
  participants: Map<number, ReturnType<typeof presentParticipant>>,
): PublishedEvent["data"] {
  if (row.type.startsWith("room.")) return null;
  if (row.type.startsWith("participant.")) return participants.get(row.user_id ?? 0) ?? null;
  const message = messages.get(row.message_id ?? "") ?? null;
  if (row.type !== "reaction.changed" || message === null) return message;
  return {
    message_id: message.id,
    reactions: message.reactions,
    user_id: row.user_id ?? 0,
    emoji: row.data?.emoji ?? "",
    on: row.data?.on ?? false,
  };
}

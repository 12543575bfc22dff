import { sql } from "drizzle-orm";
import { database, type Db } from "@/db/database";
import { selectMessagesById } from "@/db/queries/messages";
import { selectParticipants } from "@/db/queries/participants";
import { selectRoom } from "@/db/queries/rooms";
import { ChatError } from "@/lib/contract/errors";
import type { Room } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentMessagesFor } from "../messages/present-messages";
import { presentParticipant } from "../participants/present-participant";
import { presentUser } from "../present-user";
import { accessRoom } from "./access-room";
import { displayName } from "./display-name";

/** A full room carries at most so many people; `participant_count` is exact and the participants' list has them all. */
const participantsShown = 1000;

/** The full room for the caller, archived ones too. Refuses with `not_found` or `not_participant`. */
export async function getRoom(ctx: Ctx, id: string): Promise<Room> {
  const { db } = database();
  await accessRoom(db, ctx, id, "room.read");
  return presentRoom(db, ctx, id);
}

/** The full room as the caller gets it; access has been checked. */
export async function presentRoom(db: Db, ctx: Ctx, id: string): Promise<Room> {
  const row = await selectRoom(db, id);
  if (!row) throw new ChatError("not_found", "There is no such room.");
  const members = await selectParticipants(
    db,
    sql`p.room_id = ${id} and (p.left_at is null or (${row.room_type} = 'direct' and p.user_id <> ${ctx.userId}))`,
    sql`limit ${participantsShown}`,
  );
  const [own] = await selectParticipants(db, sql`p.room_id = ${id} and p.user_id = ${ctx.userId}`);
  const last = row.last_message_id === null ? [] : await selectMessagesById(db, [row.last_message_id]);
  const [lastMessage] = await presentMessagesFor(ctx.userId, last, db);
  const other = row.room_type === "direct" ? (members.find((m) => m.user.id !== ctx.userId)?.user ?? null) : null;
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    room_type: row.room_type,
    task: row.task_id,
    property: row.property_id,
    created_at: instant(row.created_at),
    modified_at: instant(row.modified_at),
    created_by: row.created_by && presentUser(row.created_by),
    is_active: row.archived_at === null,
    archived_at: instant(row.archived_at),
    participants: members.filter((m) => m.left_at === null).map(presentParticipant),
    participant_count: row.participant_count,
    last_message: lastMessage ?? null,
    unread_count: own?.unread_count ?? 0,
    display_name: displayName({ ...row, other }),
    last_seq: row.last_seq,
    who_writes: row.who_writes,
  };
}

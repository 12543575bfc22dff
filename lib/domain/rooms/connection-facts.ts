import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectParticipants } from "@/db/queries/participants";
import type { Ctx } from "../ctx";
import { accessRoom } from "./access-room";

/** What a room's socket is told when it opens. Refuses with `not_found` or `not_participant`. */
export async function connectionFacts(ctx: Ctx, room: string): Promise<{ unread_count: number }> {
  const { db } = database();
  const access = await accessRoom(db, ctx, room, "room.read");
  const [participant] = await selectParticipants(db, sql`p.id = ${access.participant_id}`);
  return { unread_count: participant?.unread_count ?? 0 };
}

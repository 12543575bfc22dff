import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectParticipants } from "@/db/queries/participants";
import type { Participant } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessRoom } from "../rooms/access-room";
import { presentParticipant } from "./present-participant";

/** Who is in the room now, in the order in which they joined. */
export async function listParticipants(
  ctx: Ctx,
  input: { room: string; page?: number | undefined; page_size?: number | undefined },
): Promise<{ count: number; results: Participant[] }> {
  const { db } = database();
  const room = await accessRoom(db, ctx, input.room, "room.read");
  const size = input.page_size ?? 50;
  const rows = await selectParticipants(
    db,
    sql`p.room_id = ${input.room} and p.left_at is null`,
    sql`limit ${size} offset ${((input.page ?? 1) - 1) * size}`,
  );
  return { count: room.participant_count, results: rows.map(presentParticipant) };
}

import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectApart } from "@/db/queries/blocks";
import { selectParticipants } from "@/db/queries/participants";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { presentUser } from "../present-user";
import { accessRoom } from "../rooms/access-room";

/** A sign of typing: never stored, lapses after 10 seconds. */
export async function setTyping(ctx: Ctx, input: { room: string; is_typing: boolean }): Promise<void> {
  const { db } = database();
  const access = await accessRoom(db, ctx, input.room, "room.typing");
  const [participant] = await selectParticipants(db, sql`p.id = ${access.participant_id}`);
  if (!participant) return;
  const { full_name } = presentUser(participant.user);
  const hidden_from = (await selectApart(db, [ctx.userId])).get(ctx.userId) ?? [];
  publish({
    kind: "typing",
    room: input.room,
    user_id: ctx.userId,
    username: ctx.username,
    full_name,
    is_typing: input.is_typing,
    hidden_from,
  });
}

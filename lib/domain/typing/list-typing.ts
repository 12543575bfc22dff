import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectApart } from "@/db/queries/blocks";
import { selectParticipants } from "@/db/queries/participants";
import type { TypingSign } from "@/lib/contract/shapes";
import { typingNow } from "@/lib/events/typing-state";
import type { Ctx } from "../ctx";
import { presentUser } from "../present-user";
import { accessRoom } from "../rooms/access-room";

/** Who types in the room now, without the caller, whom they have blocked, and who has blocked them. */
export async function listTyping(ctx: Ctx, input: { room: string }): Promise<TypingSign[]> {
  const { db } = database();
  await accessRoom(db, ctx, input.room, "room.read");
  const typing = typingNow(input.room).filter((sign) => sign.user_id !== ctx.userId);
  if (typing.length === 0) return [];
  const apart = (await selectApart(db, [ctx.userId])).get(ctx.userId) ?? [];
  const signs = typing.filter((sign) => !apart.includes(sign.user_id));
  if (signs.length === 0) return [];
  const people = await selectParticipants(
    db,
    sql`p.room_id = ${input.room} and p.left_at is null and p.user_id in ${signs.map((s) => s.user_id)}`,
  );
  return signs.flatMap((sign) => {
    const person = people.find((p) => p.user.id === sign.user_id);
    return person
      ? [{ id: sign.id, room: sign.room, user: presentUser(person.user), started_at: sign.started_at }]
      : [];
  });
}

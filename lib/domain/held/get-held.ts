import { sql } from "drizzle-orm";
import { database } from "@/db/database";
import { selectFilesOfHeld } from "@/db/queries/attachments";
import { selectMessages } from "@/db/queries/messages";
import type { HeldWithContext } from "@/lib/contract/held";
import { presentAttachment } from "../attachments/present-attachment";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { accessHeld } from "./access-held";
import { presentHeld } from "./present-held";

/** Messages before the held text that come along. */
const before = 5;

/** A held text with what was said before it. Refuses as `accessHeld` does. */
export async function getHeld(ctx: Ctx, id: string): Promise<HeldWithContext> {
  const { db } = database();
  const row = await accessHeld(db, ctx, id);
  const near = await selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${row.room_id}
      and x.number between ${row.context_to - before + 1} and ${row.context_to}) m`,
    sql`m.number`,
  );
  return {
    ...presentHeld(row),
    attachments: (await selectFilesOfHeld(db, [id])).map(presentAttachment),
    context: near.map((said) => ({
      id: said.id,
      sender: said.sender && presentUser(said.sender),
      content: said.content,
      created_at: instant(said.created_at),
    })),
  };
}

import { database, type Db } from "@/db/database";
import { selectMessage } from "@/db/queries/messages";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";
import { presentMessagesFor, type ReadersShown } from "./present-messages";

/** One message, with all its readers. Refuses with `not_found` (deleted ones too) or `not_participant`. */
export async function getMessage(ctx: Ctx, id: string): Promise<Message> {
  const { db } = database();
  await accessMessage(db, ctx, id, "room.read");
  return messageFor(db, ctx, id, { most: Infinity });
}

/**
 * The message as the caller gets it now; access has been checked. In a crowd `read_by` is cut as in lists, but has the
 * caller: whoever has just read it sees that.
 */
export async function messageFor(
  db: Db,
  ctx: Ctx,
  id: string,
  readers: ReadersShown = { most: 200, also: ctx.userId },
): Promise<Message> {
  const row = await selectMessage(db, id);
  const [message] = row ? await presentMessagesFor(ctx.userId, [row], db, readers) : [];
  if (!message) throw new ChatError("not_found", "There is no such message.");
  return message;
}

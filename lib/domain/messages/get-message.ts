import { database, type Db } from "@/db/database";
import { selectMessage } from "@/db/queries/messages";
import { ChatError } from "@/lib/contract/errors";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";
import { presentMessagesFor } from "./present-messages";

/** One message. Refuses with `not_found` (deleted ones too) or `not_participant`. */
export async function getMessage(ctx: Ctx, id: string): Promise<Message> {
  const { db } = database();
  await accessMessage(db, ctx, id, "room.read");
  return messageFor(db, ctx, id);
}

/** The message as the caller gets it now; access has been checked. */
export async function messageFor(db: Db, ctx: Ctx, id: string): Promise<Message> {
  const row = await selectMessage(db, id);
  const [message] = row ? await presentMessagesFor(ctx.userId, [row], db) : [];
  if (!message) throw new ChatError("not_found", "There is no such message.");
  return message;
}

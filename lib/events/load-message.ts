import { database } from "@/db/database";
import { selectMessagesById } from "@/db/queries/messages";
import type { SharedMessage } from "@/lib/contract/shapes";
import { presentMessages } from "@/lib/domain/messages/present-messages";

/** A message as it is now, for connections whose frames carry it whole where the event names only its id. */
export async function loadMessage(id: string): Promise<SharedMessage | undefined> {
  const { db } = database();
  const [message] = await presentMessages(db, await selectMessagesById(db, [id]));
  return message;
}

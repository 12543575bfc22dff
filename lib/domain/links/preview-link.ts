import { database } from "@/db/database";
import { holdRoom, insertLink, putLink, selectFreshLink, selectUnlinkedMessage } from "@/db/queries/links";
import { commit } from "../commit";
import { firstLink } from "./first-link";
import { lookAtPage } from "./look-at-page";

/**
 * Gives a message the preview of its first link, or takes it off one that has none any more. Whoever sent the same link
 * before has it looked at for all. Again, it changes nothing.
 */
export async function previewLink(messageId: string): Promise<void> {
  const { db } = database();
  const message = await selectUnlinkedMessage(db, messageId);
  if (!message) return;
  const url = firstLink(message.content);
  const link = url === undefined ? undefined : await knownOrSeen(url);
  const shown = link?.found ? link.id : null;
  if (shown === message.link_id) return;
  await commit(async (tx, emit) => {
    await holdRoom(tx, message.room_id);
    // Edited meanwhile: the edit has asked for a look of its own.
    if (!(await putLink(tx, messageId, message.content, shown))) return;
    await emit(message.room_id, { type: "message.updated", messageId });
  });
}

async function knownOrSeen(url: string) {
  const { db } = database();
  return (await selectFreshLink(db, url)) ?? insertLink(db, url, await lookAtPage(url));
}

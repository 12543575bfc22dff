import { randomUUID } from "node:crypto";
import { database, type Db } from "@/db/database";
import { keepForHeld } from "@/db/queries/attachments";
import { hasWaiting, insertHeld } from "@/db/queries/held-texts";
import { lockRoom } from "@/db/queries/rooms";
import { sendBatch, type SendRow, type SendVerdict } from "@/db/queries/send-batch";
import { ChatError } from "@/lib/contract/errors";
import { publish } from "@/lib/events/bus";
import { metrics } from "@/lib/metrics/metrics";
import type { FilterMatch } from "../filter/compile-rules";
import { nowHeld } from "./held-answer";

type NotHeld = { verdict: Exclude<SendVerdict["verdict"], "ok" | "earlier">; message: null; until?: string };

/** As many texts as one person may have before the moderators at a time. */
const mostWaiting = 50;

/**
 * Keeps a send for a moderator instead of writing it: refuses with `filter_held` then, or with `filter_full` where too many of the
 * sender's wait already. It is held only where it could be written: otherwise gives why not. Null: it is written since before.
 */
export async function holdSend(row: SendRow, matches: FilterMatch[]): Promise<NotHeld | null> {
  const found = await database().db.transaction(async (tx): Promise<NotHeld | "earlier" | "held now"> => {
    // A send with the same client_id, of whatever node, waits for the room too: one of the two finds the other.
    await lockRoom(tx, row.room);
    const written = await tryOut(tx, row);
    if (written.verdict === "earlier") return "earlier";
    if (written.verdict === "silenced") return { verdict: written.verdict, message: null, until: written.at };
    if (written.verdict !== "ok") return { verdict: written.verdict, message: null };
    if (await hasWaiting(tx, row.sender, mostWaiting)) {
      const says = `You have ${mostWaiting} texts that wait for a moderator. Wait until they have been looked at.`;
      throw new ChatError("filter_full", says);
    }
    const rules = matches.map(({ rule, text }) => ({ rule, text: text.slice(0, 100) }));
    const id = await insertHeld(tx, { ...row, client_id: row.client_id ?? randomUUID() }, rules);
    if (row.attachment_ids.length > 0) await keepForHeld(tx, row.attachment_ids, id);
    return "held now";
  });
  if (found === "earlier") return null;
  if (found !== "held now") return found;
  metrics()?.sends.inc({ outcome: "held" });
  publish({ kind: "moderation", about: "held", user_id: row.sender });
  throw nowHeld();
}

class TriedOut extends Error {}

/** Asks by writing it, and takes that back: so that a held send has passed the very checks of every other. */
async function tryOut(tx: Db, row: SendRow): Promise<SendVerdict> {
  let found: SendVerdict | undefined;
  try {
    await tx.transaction(async (inner) => {
      [found] = await sendBatch(inner, [row]);
      throw new TriedOut();
    });
  } catch (thrown) {
    if (!(thrown instanceof TriedOut)) throw thrown;
  }
  if (!found) throw new Error("No verdict came back.");
  return found;
}

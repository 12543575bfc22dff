import { database } from "@/db/database";
import { selectMessagesById, type MessageRow } from "@/db/queries/messages";
import { hideMessageRow } from "@/db/queries/hidden-messages";
import { addAutomaticEntry, addDecision, openReport } from "@/db/queries/reports";
import { lockRoom, selectRoom } from "@/db/queries/rooms";
import { config } from "@/lib/config/config";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import { commit } from "../commit";
import { instant } from "../instant";
import { askService } from "./ask-service";

/**
 * Asks the moderation service about a message, and does what it says: `flag` puts it before the moderators, `hide` hides it
 * until they have looked. Again changes nothing. Throws when the service does not answer.
 */
export async function moderateMessage(id: string): Promise<void> {
  const service = config().MODERATION;
  const { db } = database();
  const [asked] = await selectMessagesById(db, [id]);
  if (!service || !asked || !stands(asked)) return;
  const room = await selectRoom(db, asked.room_id);
  if (!room) return;
  const { action, reason } = await askService(service, `${id}.${Date.parse(instant(asked.modified_at))}`, {
    id,
    room_type: room.room_type,
    text: asked.content,
    sender_id: asked.sender_id,
    at: instant(asked.edited_at ?? asked.created_at),
  });
  if (action === "allow") return;
  const changed = await commit(async (tx, emit) => {
    await lockRoom(tx, asked.room_id);
    const [now] = await selectMessagesById(tx, [id]);
    // What was edited meanwhile is asked about by itself.
    if (!now || !stands(now) || now.content !== asked.content) return false;
    const report = await openReport(tx, {
      source: "automatic",
      person: now.sender_id,
      message: { id, room: now.room_id, content: now.content, number: now.number },
    });
    const added = await addAutomaticEntry(tx, report, reason);
    if (action === "hide") {
      await hideMessageRow(tx, id, null);
      await emit(now.room_id, { type: "message.updated", messageId: id });
      await addDecision(tx, report, { actor: null, action: "hide", note: reason, until: null });
      await recordAudit(tx, "automatic", {
        action: "message.hidden",
        target: { type: "message", id },
        details: { report },
      });
    }
    return added || action === "hide";
  });
  if (changed) publish({ kind: "moderation", about: "reports" });
}

/** Written by a person, and to be seen. */
function stands(row: MessageRow): row is MessageRow & { sender_id: number } {
  return row.sender_id !== null && row.message_type !== "system" && row.deleted_at === null && row.hidden_at === null;
}

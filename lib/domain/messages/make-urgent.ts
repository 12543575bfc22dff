import { database } from "@/db/database";
import { addJob } from "@/db/queries/jobs";
import { insertUrgent } from "@/db/queries/notifications";
import type { Message } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { accessMessage } from "./access-message";
import { messageFor } from "./get-message";

/**
 * Makes one's own message urgent: it is told through quiet hours and "do not disturb" to whoever was not told yet. The
 * reason is in the audit log. Again changes nothing.
 */
export async function makeUrgent(ctx: Ctx, input: { id: string; reason: string }): Promise<Message> {
  await database().db.transaction(async (tx) => {
    const { row } = await accessMessage(tx, ctx, input.id, "message.urgent");
    if (!(await insertUrgent(tx, row.id, input.reason))) return;
    await addJob(tx, "notify-message", { message: row.id });
    await recordAudit(tx, ctx, {
      action: "message.made_urgent",
      target: { type: "message", id: row.id },
      details: { room: row.room_id, reason: input.reason },
    });
  });
  return messageFor(database().db, ctx, input.id);
}

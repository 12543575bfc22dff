import { database } from "@/db/database";
import { selectFilesOfHeld } from "@/db/queries/attachments";
import { selectOwnHeld } from "@/db/queries/held-texts";
import type { HeldText } from "@/lib/contract/held";
import { presentAttachment } from "../attachments/present-attachment";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { requirePermission } from "../require-permission";

/** The caller's texts that are no messages: those that wait, and those refused that they have not put away. */
export async function listOwnHeld(ctx: Ctx): Promise<{ results: HeldText[] }> {
  requirePermission(ctx, "held.own", { own: true });
  const { db } = database();
  const rows = await selectOwnHeld(db, ctx.userId);
  const ids = rows.map(({ id }) => id);
  const files = ids.length > 0 ? await selectFilesOfHeld(db, ids) : [];
  const results = rows.map((row): HeldText => ({
    id: row.id,
    room: row.room_id,
    client_id: row.client_id,
    status: row.state,
    content: row.content,
    attachments: files.filter((file) => file.held_id === row.id).map(presentAttachment),
    reply_to: row.reply && { ...row.reply, created_at: instant(row.reply.created_at) },
    thread_root_id: row.thread_root_id,
    reason: row.reason,
    created_at: instant(row.created_at),
  }));
  return { results };
}

import { database } from "@/db/database";
import { type NoticeRow, selectNotices } from "@/db/queries/notices";
import type { Notice } from "@/lib/contract/notice";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";
import { countNotices } from "./count-notices";

/** What concerned the caller, newest first; `before` is the time of the last one of an earlier answer. */
export async function listNotices(
  ctx: Ctx,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<{ results: Notice[]; has_more: boolean; unread_count: number }> {
  const rows = await selectNotices(database().db, ctx.userId, { before, limit: limit + 1 });
  const unread_count = await countNotices(ctx);
  return { results: rows.slice(0, limit).map(present), has_more: rows.length > limit, unread_count };
}

function present({ kind, at, unread, room, actor, message, emoji, held }: NoticeRow): Notice {
  return {
    kind,
    at: instant(at),
    is_unread: unread,
    room: { id: room.id, display_name: displayName(room) },
    actor: actor && presentUser(actor),
    message: message && { id: message.id, thread_root_id: message.thread_root_id, preview: message.content },
    emoji,
    held: held && { preview: held.content, reason: held.reason },
  };
}

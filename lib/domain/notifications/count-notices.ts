import { database } from "@/db/database";
import { selectNotices } from "@/db/queries/notices";
import type { Ctx } from "../ctx";

const most = 100;

/** How much concerns the caller that they have not seen, up to 100. */
export async function countNotices(ctx: Ctx): Promise<number> {
  return (await selectNotices(database().db, ctx.userId, { unread: true, limit: most })).length;
}

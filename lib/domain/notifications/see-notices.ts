import { database } from "@/db/database";
import { setNoticesSeen } from "@/db/queries/notices";
import type { Ctx } from "../ctx";
import { countNotices } from "./count-notices";

/** The caller has looked at what concerned them up to a time. An earlier one than before changes nothing. */
export async function seeNotices(ctx: Ctx, { until }: { until: string }): Promise<{ unread_count: number }> {
  await setNoticesSeen(database().db, ctx.userId, until);
  return { unread_count: await countNotices(ctx) };
}

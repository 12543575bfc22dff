import { database } from "@/db/database";
import { countBlocks, selectBlocks } from "@/db/queries/blocks";
import type { Block } from "@/lib/contract/block";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { requirePermission } from "../require-permission";

/** Whom the caller has blocked, the newest first. */
export async function listBlocks(
  ctx: Ctx,
  { page, page_size }: { page: number; page_size: number },
): Promise<{ count: number; results: Block[] }> {
  requirePermission(ctx, "people.block");
  const { db } = database();
  const rows = await selectBlocks(db, ctx.userId, { limit: page_size, offset: (page - 1) * page_size });
  const results = rows.map(({ user, created_at }) => ({ user: presentUser(user), created_at: instant(created_at) }));
  return { count: await countBlocks(db, ctx.userId), results };
}

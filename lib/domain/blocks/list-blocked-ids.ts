import { database } from "@/db/database";
import { selectBlockedIds } from "@/db/queries/blocks";
import type { Ctx } from "../ctx";

/** The numbers of all whom the caller has blocked: by them a page folds what they say. */
export function listBlockedIds(ctx: Ctx): Promise<number[]> {
  return selectBlockedIds(database().db, ctx.userId);
}

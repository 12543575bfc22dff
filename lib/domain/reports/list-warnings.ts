import { database } from "@/db/database";
import { selectWarnings } from "@/db/queries/warnings";
import type { Warning } from "@/lib/contract/reports";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentWarning } from "./present-warning";

/** What moderators told the caller, the newest first. */
export async function listWarnings(ctx: Ctx): Promise<{ results: Warning[] }> {
  requirePermission(ctx, "warnings.read", { own: true });
  return { results: (await selectWarnings(database().db, ctx.userId)).map(presentWarning) };
}

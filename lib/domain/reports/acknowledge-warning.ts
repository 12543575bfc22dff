import { database } from "@/db/database";
import { acknowledge } from "@/db/queries/warnings";
import { ChatError } from "@/lib/contract/errors";
import type { Warning } from "@/lib/contract/reports";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentWarning } from "./present-warning";

/** The caller has read a warning of theirs. Refuses with `not_found`. */
export async function acknowledgeWarning(ctx: Ctx, id: string): Promise<Warning> {
  requirePermission(ctx, "warnings.read", { own: true });
  const row = await acknowledge(database().db, ctx.userId, id);
  if (!row) throw new ChatError("not_found", "There is no such warning.");
  // Their other devices ask no more.
  publish({ kind: "moderation", about: "warnings", user_id: ctx.userId });
  return presentWarning(row);
}

import type { Db } from "@/db/database";
import { type ReportRow, selectReport } from "@/db/queries/reports";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";

/**
 * The only door to a report, and by it to the reported message. Refuses with `forbidden` whoever is no moderator, is
 * reported themselves, or stands below the one who is; with `not_found`.
 */
export async function accessReport(db: Db, ctx: Ctx, id: string): Promise<ReportRow> {
  requirePermission(ctx, "reports.decide");
  const row = await selectReport(db, id);
  if (!row) throw new ChatError("not_found", "There is no such report.");
  if (row.person.id === ctx.userId) {
    throw new ChatError("forbidden", "This report is about you: somebody else decides.");
  }
  requirePermission(ctx, "reports.decide", { role: row.person.role });
  return row;
}

import { database } from "@/db/database";
import { selectReportPage } from "@/db/queries/reports";
import type { Report } from "@/lib/contract/reports";
import type { Ctx } from "../ctx";
import { requireRole } from "../require-permission";
import { presentReport } from "./present-report";

type Input = { status: "open" | "closed" | "all"; page: number; page_size: number };

/** What moderators are asked to look at; not what is about oneself or somebody above. Refuses with `forbidden`. */
export async function listReports(
  ctx: Ctx,
  { status, page, page_size }: Input,
): Promise<{ count: number; results: Report[] }> {
  requireRole(ctx, "reports.decide");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectReportPage(database().db, ctx, status, bounds);
  return { count, results: rows.map(presentReport) };
}

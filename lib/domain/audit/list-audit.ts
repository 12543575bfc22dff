import { database } from "@/db/database";
import { type AuditFilter, selectAudit } from "@/db/queries/audit";
import type { AuditEntry } from "@/lib/contract/audit";
import type { Ctx } from "../ctx";
import { requirePermission } from "../require-permission";
import { presentAudit } from "./present-audit";

/** What was recorded, the newest first. Refuses with `forbidden`. */
export async function listAudit(
  ctx: Ctx,
  { page, page_size, ...filter }: AuditFilter & { page: number; page_size: number },
): Promise<{ count: number; results: AuditEntry[] }> {
  requirePermission(ctx, "audit.read");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectAudit(database().db, filter, bounds);
  return { count, results: await presentAudit(database().db, rows) };
}

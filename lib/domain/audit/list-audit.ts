import { database } from "@/db/database";
import { type AuditFilter, selectAudit } from "@/db/queries/audit";
import type { AuditEntry } from "@/lib/contract/audit";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { requirePermission } from "../require-permission";

/** What was recorded, the newest first. Refuses with `forbidden`. */
export async function listAudit(
  ctx: Ctx,
  { page, page_size, ...filter }: AuditFilter & { page: number; page_size: number },
): Promise<{ count: number; results: AuditEntry[] }> {
  requirePermission(ctx, "audit.read");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectAudit(database().db, filter, bounds);
  const results = rows.map((row) => ({
    id: row.id,
    at: instant(row.at),
    actor_id: row.actorId,
    actor: row.actor,
    action: row.action,
    target_type: row.targetType,
    target_id: row.targetId,
    details: row.details,
    address: row.address,
  }));
  return { count, results };
}

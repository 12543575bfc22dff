import { stringify } from "csv-stringify/sync";
import { database } from "@/db/database";
import { type AuditFilter, selectAudit } from "@/db/queries/audit";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { recordAudit } from "./record-audit";
import { requirePermission } from "../require-permission";

const most = 100_000;

/**
 * The log as a list with commas, the newest first. Names that people chose stand in it: what a spreadsheet would take for
 * a formula is defused. That it was taken out is recorded too. Refuses with `forbidden`.
 */
export async function exportAudit(ctx: Ctx, filter: AuditFilter): Promise<string> {
  requirePermission(ctx, "audit.read");
  const { rows } = await selectAudit(database().db, filter, { limit: most, offset: 0 });
  const lines = rows.map((row) => ({
    id: row.id,
    at: instant(row.at),
    actor_id: row.actorId ?? "",
    actor: row.actor,
    action: row.action,
    target_type: row.targetType,
    target_id: row.targetId,
    details: JSON.stringify(row.details),
    address: row.address,
    hash: row.hash.toString("hex"),
  }));
  await database().db.transaction((tx) =>
    recordAudit(tx, ctx, {
      action: "audit.exported",
      target: { type: "house", id: "audit" },
      details: { rows: lines.length },
    }),
  );
  const columns = ["id", "at", "actor_id", "actor", "action", "target_type", "target_id", "details", "address", "hash"];
  return stringify(lines, { bom: true, header: true, columns, escape_formulas: true, record_delimiter: "windows" });
}

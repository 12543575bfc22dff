import { listAuditOp } from "@/lib/contract/operations/audit";
import { listAudit } from "@/lib/domain/audit/list-audit";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const auditRoutes = [
  route(listAuditOp, async ({ ctx, query, url }) => pageEnvelope(await listAudit(ctx, query), query, url)),
];

import * as ops from "@/lib/contract/operations/reports";
import { acknowledgeWarning } from "@/lib/domain/reports/acknowledge-warning";
import { decideReport } from "@/lib/domain/reports/decide-report";
import { fileReport } from "@/lib/domain/reports/file-report";
import { getReport } from "@/lib/domain/reports/get-report";
import { listReports } from "@/lib/domain/reports/list-reports";
import { listWarnings } from "@/lib/domain/reports/list-warnings";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const reportRoutes = [
  route(ops.fileReportOp, ({ ctx, body }) => fileReport(ctx, body)),
  route(ops.listReportsOp, async ({ ctx, query, url }) => pageEnvelope(await listReports(ctx, query), query, url)),
  route(ops.getReportOp, ({ ctx, params }) => getReport(ctx, params.id)),
  route(ops.decideReportOp, ({ ctx, params, body }) => decideReport(ctx, { id: params.id, ...body })),
  route(ops.listWarningsOp, ({ ctx }) => listWarnings(ctx)),
  route(ops.acknowledgeWarningOp, ({ ctx, params }) => acknowledgeWarning(ctx, params.id)),
];

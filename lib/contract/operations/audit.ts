import { z } from "zod";
import { auditEntry } from "@/lib/contract/audit";
import { auditActions } from "@/lib/contract/audit-actions";
import { dateOrTime, idText, pageOf, pageQuery, text } from "./inputs";
import { operation } from "./operation";

export const listAuditOp = operation({
  id: "listAudit",
  method: "GET",
  path: "/api/admin/audit/",
  summary: "Who did what to whom, the newest first: superusers",
  query: z.strictObject({
    ...pageQuery,
    actor: idText.exactOptional(),
    action: z.enum(auditActions).exactOptional(),
    target_type: text(40).exactOptional(),
    target_id: text(40).exactOptional(),
    after_date: dateOrTime.exactOptional(),
    before_date: dateOrTime.exactOptional(),
  }),
  status: 200,
  response: pageOf(auditEntry),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

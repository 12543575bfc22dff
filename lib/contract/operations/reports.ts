import { z } from "zod";
import { givenReasons, reportActions } from "@/lib/contract/report-words";
import { filedReport, report, reportWithContext, warning } from "@/lib/contract/reports";
import { id } from "@/lib/contract/shapes";
import { pageOf, pageQuery, text, timeIn, uuidIn } from "./inputs";
import { operation } from "./operation";

const reportParams = z.strictObject({ id: uuidIn });

export const fileReportOp = operation({
  id: "fileReport",
  method: "POST",
  path: "/api/reports/",
  summary: "Report a message of one's rooms, or a person, to the moderators; once while that report is open",
  body: z
    .strictObject({
      message: uuidIn.exactOptional(),
      person: id.exactOptional(),
      reason: z.enum(givenReasons),
      note: text(1000).default(""),
    })
    .refine((given) => (given.message === undefined) !== (given.person === undefined), {
      path: ["message"],
      error: "Give a message or a person.",
    }),
  status: 201,
  response: filedReport,
  auth: "bearer",
  rate: "report",
  errors: ["not_participant"],
});

export const listReportsOp = operation({
  id: "listReports",
  method: "GET",
  path: "/api/admin/reports/",
  summary: "What was reported, about people who are neither oneself nor above: moderators",
  query: z.strictObject({ ...pageQuery, status: z.enum(["open", "closed", "all"]).default("open") }),
  status: 200,
  response: pageOf(report),
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const getReportOp = operation({
  id: "getReport",
  method: "GET",
  path: "/api/admin/reports/{id}/",
  summary: "A report with what was said around the message: moderators",
  params: reportParams,
  status: 200,
  response: reportWithContext,
  auth: "bearer",
  errors: ["forbidden", "not_found"],
});

export const decideReportOp = operation({
  id: "decideReport",
  method: "POST",
  path: "/api/admin/reports/{id}/decisions/",
  summary: "Do something about a report, which closes it (but `unhide` and `unsilence`); again changes nothing",
  params: reportParams,
  body: z
    .strictObject({
      action: z.enum(reportActions),
      /** Kept with the report; of a warning, what the person reads. */
      note: text(1000).default(""),
      /** Of `silence` alone: how long the sender only reads in the room of the message. null or none: until it is lifted. */
      until: timeIn.nullable().exactOptional(),
    })
    .refine((given) => given.until === undefined || given.action === "silence", {
      path: ["until"],
      error: "Only a silence has an end.",
    })
    .refine((given) => given.action !== "warn" || given.note !== "", {
      path: ["note"],
      error: "Say what the person is warned of.",
    }),
  status: 200,
  response: reportWithContext,
  auth: "bearer",
  errors: ["forbidden", "not_found", "conflict"],
});

export const listWarningsOp = operation({
  id: "listWarnings",
  method: "GET",
  path: "/api/warnings/",
  summary: "What moderators told the caller, the newest first",
  status: 200,
  response: z.object({ results: z.array(warning) }),
  auth: "bearer",
  errors: [],
});

export const acknowledgeWarningOp = operation({
  id: "acknowledgeWarning",
  method: "POST",
  path: "/api/warnings/{id}/acknowledge/",
  summary: "Say that one has read a warning; again changes nothing",
  params: reportParams,
  status: 200,
  response: warning,
  auth: "bearer",
  errors: [],
});

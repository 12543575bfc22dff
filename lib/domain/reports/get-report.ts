import { sql } from "drizzle-orm";
import { database, type Db } from "@/db/database";
import { selectFilesOf } from "@/db/queries/attachments";
import { selectMessages } from "@/db/queries/messages";
import type { ReportRow } from "@/db/queries/reports";
import type { ReportWithContext } from "@/lib/contract/reports";
import { presentAttachment } from "../attachments/present-attachment";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { accessReport } from "./access-report";
import { presentReport } from "./present-report";

/** A report with what was said around the message. Refuses as `accessReport` does. */
export async function getReport(ctx: Ctx, id: string): Promise<ReportWithContext> {
  const { db } = database();
  return withContext(db, await accessReport(db, ctx, id));
}

/** Access to the report has been checked. Nothing else of the room is shown, also not by who was reported later. */
async function withContext(db: Db, row: ReportRow): Promise<ReportWithContext> {
  const report = presentReport(row);
  if (!report.message) return { ...report, attachments: [], context: [] };
  const { id, content, state } = report.message;
  const near = await selectMessages(
    db,
    sql`(select * from messages x where x.room_id = ${row.room_id}
      and x.number between ${row.context_from} and ${row.context_to}) m`,
    sql`m.number`,
  );
  const files = state === "deleted" ? [] : await selectFilesOf(db, id);
  const context = near.map((one) => ({
    id: one.id,
    sender: one.sender && presentUser(one.sender),
    content: one.id === id ? content : one.content,
    created_at: instant(one.created_at),
    is_reported: one.id === id,
  }));
  return { ...report, attachments: files.map(presentAttachment), context };
}

import { database, type Db } from "@/db/database";
import { addEntry, type NewReport, openReport, selectEntry } from "@/db/queries/reports";
import { selectUser } from "@/db/queries/users";
import type { FiledReport } from "@/lib/contract/reports";
import { ChatError } from "@/lib/contract/errors";
import { givenReasons } from "@/lib/contract/report-words";
import { publish } from "@/lib/events/bus";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { accessMessage } from "../messages/access-message";
import { requirePermission } from "../require-permission";
import { briefOf } from "../users/present-me";

export type FileReportInput = {
  message?: string | undefined;
  person?: number | undefined;
  reason: (typeof givenReasons)[number];
  note: string;
};

/**
 * Asks the moderators to look at a message of one's rooms, or at a person. Who has done so already changes nothing while
 * that report is open. Refuses with `invalid_input` (oneself, nobody, what the system says), `not_participant`.
 */
export async function fileReport(ctx: Ctx, { message, person, reason, note }: FileReportInput): Promise<FiledReport> {
  const { filed, added } = await database().db.transaction(async (tx) => {
    const about = message === undefined ? await thePerson(tx, ctx, person ?? 0) : await theMessage(tx, ctx, message);
    const user = await selectUser(tx, about.person);
    if (!user) throw refused("person", "There is no such person.");
    const id = await openReport(tx, about);
    const added = await addEntry(tx, id, { reporter: ctx.userId, reason, note });
    const entry = await selectEntry(tx, id, ctx.userId);
    if (!entry) throw new Error("What was reported did not come back.");
    const filed: FiledReport = {
      id,
      message: about.message?.id ?? null,
      person: briefOf(user),
      reason: givenReasons.find((given) => given === entry.reason) ?? reason,
      created_at: instant(entry.created_at),
    };
    return { filed, added };
  });
  if (added) publish({ kind: "moderation", about: "reports" });
  return filed;
}

async function theMessage(tx: Db, ctx: Ctx, id: string): Promise<NewReport> {
  const { row } = await accessMessage(tx, ctx, id, "message.report").catch((thrown: unknown) => {
    if (thrown instanceof ChatError && thrown.code === "not_found") {
      throw refused("message", "There is no such message.");
    }
    throw thrown;
  });
  if (row.sender_id === null || row.message_type === "system") {
    throw refused("message", "Nobody wrote this message.");
  }
  if (row.sender_id === ctx.userId) throw refused("message", "This message is your own. Delete it instead.");
  const { room_id: room, content, number } = row;
  return { source: "people", person: row.sender_id, message: { id: row.id, room, content, number } };
}

async function thePerson(tx: Db, ctx: Ctx, id: number): Promise<NewReport> {
  requirePermission(ctx, "people.report");
  if (id === ctx.userId) throw refused("person", "This is you.");
  const row = await selectUser(tx, id);
  if (!row) throw refused("person", "There is no such person.");
  return { source: "people", person: id };
}

function refused(field: "message" | "person", reason: string): ChatError {
  return new ChatError("invalid_input", reason, { fields: { [field]: [reason] } });
}

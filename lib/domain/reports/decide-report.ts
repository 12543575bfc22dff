import { database, type Db } from "@/db/database";
import { hideMessageRow, unhideMessageRow } from "@/db/queries/hidden-messages";
import { buryMessage } from "@/db/queries/message-writes";
import { addDecision, closeReport, lockReport, type ReportRow } from "@/db/queries/reports";
import { lockRoom } from "@/db/queries/rooms";
import { insertWarning } from "@/db/queries/warnings";
import type { AuditAction } from "@/lib/contract/audit-actions";
import { ChatError } from "@/lib/contract/errors";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import type { ReportAction } from "@/lib/contract/report-words";
import type { ReportWithContext } from "@/lib/contract/reports";
import { publish } from "@/lib/events/bus";
import { recordAudit } from "../audit/record-audit";
import { commit, type Emit } from "../commit";
import type { Ctx } from "../ctx";
import { updateUser } from "../users/update-user";
import { accessReport } from "./access-report";
import { getReport } from "./get-report";
import { silenceReported } from "./silence-reported";

export type DecideReportInput = { id: string; action: ReportAction; note: string; until?: string | null };

/**
 * What a moderator does about a report; it is closed by that, unless something is taken back. Again changes nothing.
 * Refuses as `accessReport` does, with `invalid_input` (a time that is over), and with `conflict` what cannot be done to a report of this kind or any more.
 */
export async function decideReport(ctx: Ctx, input: DecideReportInput): Promise<ReportWithContext> {
  const seen = await accessReport(database().db, ctx, input.id);
  const until = input.action === "silence" ? (input.until ?? silencedForGood) : null;
  if (until !== null && Date.parse(until) <= Date.now()) {
    const reason = "It must lie in the future.";
    throw new ChatError("invalid_input", reason, { fields: { until: [reason] } });
  }
  // A verb of its own, which signs out everywhere and records itself; done again it changes nothing.
  const had = input.action === "deactivate" && seen.person.is_active;
  if (had) await updateUser(ctx, { id: seen.person.id, is_active: false });
  const changed = await commit(async (tx, emit) => {
    if (seen.room_id !== null) await lockRoom(tx, seen.room_id);
    await lockReport(tx, seen.id);
    const row = await accessReport(tx, ctx, seen.id);
    const done = had || (await deeds[input.action](tx, emit, ctx, row, { note: input.note, until }));
    if (!done) return false;
    await addDecision(tx, row.id, { actor: ctx.userId, action: input.action, note: input.note, until });
    if (!takesBack.has(input.action)) await closeReport(tx, row.id);
    const action = audited[input.action];
    if (action) await recordAudit(tx, ctx, { action, target: targetOf(row, action), details: { report: row.id } });
    return true;
  });
  if (changed) publish({ kind: "moderation", about: "reports" });
  if (changed && input.action === "warn") publish({ kind: "moderation", about: "warnings", user_id: seen.person.id });
  return getReport(ctx, seen.id);
}

const takesBack = new Set<ReportAction>(["unhide", "unsilence"]);

type Said = { note: string; until: string | null };
/** Whether there was anything to do. */
type Deed = (tx: Db, emit: Emit, ctx: Ctx, row: ReportRow, said: Said) => Promise<boolean>;

const deeds: Record<ReportAction, Deed> = {
  dismiss: (_tx, _emit, _ctx, row) => Promise.resolve(row.closed_at === null),
  warn: (tx, _emit, _ctx, row, { note }) => insertWarning(tx, row.id, row.person.id, note),
  hide: async (tx, emit, ctx, row) => {
    const { id, hidden } = standing(row);
    if (hidden) return false;
    await hideMessageRow(tx, id, ctx.userId);
    await tell(emit, row, "message.updated", ctx);
    return true;
  },
  unhide: async (tx, emit, ctx, row) => {
    const { id, hidden } = standing(row);
    if (!hidden) return false;
    await unhideMessageRow(tx, id);
    await tell(emit, row, "message.updated", ctx);
    return true;
  },
  delete: async (tx, emit, ctx, row) => {
    if (row.message?.deleted) return false;
    const { id } = standing(row);
    await buryMessage(tx, id, ctx.userId);
    await tell(emit, row, "message.deleted", ctx);
    return true;
  },
  silence: (tx, emit, ctx, row, { until }) => silenceReported(tx, emit, ctx, row, until),
  unsilence: (tx, emit, ctx, row) => silenceReported(tx, emit, ctx, row, null),
  deactivate: () => Promise.resolve(false),
};

/** The reported message, if there is one that still stands. */
function standing({ message_id: id, message }: ReportRow): { id: string; hidden: boolean } {
  if (id === null || !message) throw new ChatError("conflict", "This report is about a person, not about a message.");
  if (message.deleted) throw new ChatError("conflict", "The message has been deleted.");
  return { id, hidden: message.hidden };
}

async function tell(emit: Emit, row: ReportRow, type: "message.updated" | "message.deleted", ctx: Ctx): Promise<void> {
  if (row.room_id === null || row.message_id === null) return;
  await emit(row.room_id, { type, messageId: row.message_id, userId: ctx.userId });
}

/** A closed account and a silence are recorded by the verbs that do it. */
const audited: Record<ReportAction, AuditAction | null> = {
  dismiss: "report.dismissed",
  warn: "person.warned",
  hide: "message.hidden",
  unhide: "message.unhidden",
  delete: "message.removed",
  silence: null,
  unsilence: null,
  deactivate: null,
};

function targetOf(row: ReportRow, action: AuditAction) {
  if (action === "report.dismissed") return { type: "report", id: row.id } as const;
  if (action.startsWith("message.")) return { type: "message", id: row.message_id ?? "" } as const;
  return { type: "person", id: row.person.id } as const;
}

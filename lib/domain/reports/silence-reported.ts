import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { selectParticipants } from "@/db/queries/participants";
import type { ReportRow } from "@/db/queries/reports";
import { ChatError } from "@/lib/contract/errors";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";
import { setSilence } from "../participants/set-silence";

/**
 * Silences the sender of a reported message in its room, whose row is held, or lets them write there again (null). Room
 * admins see it, and may lift it too. False when it is so already; `conflict` where nobody can be silenced.
 */
export async function silenceReported(
  tx: Db,
  emit: Emit,
  ctx: Ctx,
  report: ReportRow,
  until: string | null,
): Promise<boolean> {
  const { room_id: id, room } = report;
  if (id === null || !room) throw new ChatError("conflict", "This report is about a person, not about a message.");
  if (room.room_type === "direct") {
    throw new ChatError("conflict", "Nobody can be silenced in a direct room. Warn the person, or close the account.");
  }
  const [row] = await selectParticipants(
    tx,
    sql`p.room_id = ${id} and p.user_id = ${report.person.id} and p.left_at is null`,
  );
  if (!row) throw new ChatError("conflict", "This person is no longer in the room.");
  if (until !== null && row.is_admin) {
    throw new ChatError("conflict", "A room admin cannot be silenced. Warn the person, or close the account.");
  }
  return setSilence(tx, emit, ctx, { row, until, report: report.id });
}

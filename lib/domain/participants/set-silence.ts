import type { Db } from "@/db/database";
import { setSilencedUntil } from "@/db/queries/participant-writes";
import type { ParticipantRow } from "@/db/queries/participants";
import { noticeUntil } from "@/lib/contract/room-notice";
import { recordAudit } from "../audit/record-audit";
import type { Emit } from "../commit";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { tellRoom } from "../rooms/tell-room";

/**
 * Silences somebody in a room until a time, or lets them write again (null). Who may is the caller's to check; the room's
 * row is held. The same again changes nothing, which is false.
 */
export async function setSilence(
  tx: Db,
  emit: Emit,
  ctx: Ctx,
  { row, until, report }: { row: ParticipantRow; until: string | null; report?: string },
): Promise<boolean> {
  const stored = await setSilencedUntil(tx, row.id, until);
  if (stored === undefined) return false;
  const person = presentUser(row.user).full_name;
  const set = instant(stored);
  await emit(row.room_id, { type: "participant.updated", userId: row.user.id });
  await tellRoom(tx, emit, ctx, row.room_id, (name) =>
    set === null
      ? { change: "unsilenced", name, person }
      : { change: "silenced", name, person, until: noticeUntil(set) },
  );
  await recordAudit(tx, ctx, {
    action: set === null ? "participant.unsilenced" : "participant.silenced",
    target: { type: "room", id: row.room_id },
    details: {
      person: row.user.id,
      ...(set === null ? {} : { until: set }),
      ...(report === undefined ? {} : { report }),
    },
  });
  return true;
}

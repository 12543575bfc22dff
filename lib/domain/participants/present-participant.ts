import type { ParticipantRow } from "@/db/queries/participants";
import type { Participant } from "@/lib/contract/shapes";
import { instant } from "../instant";
import { presentUser } from "../present-user";

/** The participant of the contract. A mute with an end counts only until then. */
export function presentParticipant(row: ParticipantRow): Participant {
  const lapsed = row.muted_until !== null && Date.parse(instant(row.muted_until)) <= Date.now();
  return {
    id: row.id,
    user: presentUser(row.user),
    room: row.room_id,
    joined_at: instant(row.joined_at),
    last_read_at: instant(row.last_read_at),
    last_read_seq: row.last_read_seq,
    is_admin: row.is_admin,
    unread_count: row.unread_count,
    is_muted: row.is_muted && !lapsed,
    muted_until: lapsed ? null : instant(row.muted_until),
    notify: row.notify,
    silenced_until: instant(row.silenced_until),
    left_at: instant(row.left_at),
  };
}

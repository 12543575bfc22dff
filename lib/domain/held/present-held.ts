import type { HeldRow } from "@/db/queries/held-texts";
import type { HeldForModerators } from "@/lib/contract/held";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";

/** A held text as moderators see it in the list. */
export function presentHeld(row: HeldRow): HeldForModerators {
  const { person, room, state } = row;
  return {
    id: row.id,
    status: state === "released" || state === "refused" ? state : "waiting",
    person: { ...presentUser(person), role: person.role, is_active: person.is_active },
    // Between two people it has no name: who they are to each other is not for moderators to read.
    room: { id: room.id, name: displayName({ ...room, other: null }), room_type: room.room_type },
    content: row.content,
    rules: row.rules,
    reason: row.reason,
    decided_by: row.decided_by && presentUser(row.decided_by),
    decided_at: instant(row.decided_at),
    message: row.message_id,
    created_at: instant(row.created_at),
  };
}

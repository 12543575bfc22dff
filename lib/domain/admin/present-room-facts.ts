import type { AllRoomsRow } from "@/db/queries/all-rooms";
import type { RoomFacts } from "@/lib/contract/admin";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";

export function presentRoomFacts(row: AllRoomsRow): RoomFacts {
  return {
    id: row.id,
    display_name: displayName({ ...row, other: null }),
    room_type: row.room_type,
    participant_count: row.participant_count,
    message_count: row.message_count,
    created_at: instant(row.created_at),
    created_by: row.created_by && presentUser(row.created_by),
    last_activity_at: instant(row.last_activity_at),
    archived_at: instant(row.archived_at),
    without_admin: row.without_admin,
  };
}

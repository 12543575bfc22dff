import type { RoomListRow } from "@/db/queries/room-list";
import type { RoomListItem } from "@/lib/contract/shapes";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "./display-name";

const previews = {
  image: "[Image]",
  file: "[File Attachment]",
  voice: "[Voice Message]",
  system: "[System Message]",
  text: null,
} as const;

/** A row of the room list, for the person whose membership was read. */
export function presentListItem(row: RoomListRow): RoomListItem {
  const lapsed = row.muted_until !== null && Date.parse(instant(row.muted_until)) <= Date.now();
  return {
    id: row.id,
    display_name: displayName(row),
    room_type: row.room_type,
    is_active: row.archived_at === null,
    unread_count: row.unread_count,
    last_message_preview:
      row.last_type === null ? "No messages yet" : (previews[row.last_type] ?? row.last_content ?? ""),
    last_message_time: instant(row.last_at),
    participant_count: row.participant_count,
    modified_at: instant(row.modified_at),
    mention_count: row.mention_count,
    is_muted: row.is_muted && !lapsed,
    notify: row.notify,
    last_seq: row.last_seq,
    last_message_sender: row.last_sender && presentUser(row.last_sender),
    other_user_id: row.other?.id ?? null,
    task: row.task_id,
    property: row.property_id,
    last_read_seq: row.last_read_seq,
    who_writes: row.who_writes,
    is_admin: row.is_admin,
    silenced_until: instant(row.silenced_until),
  };
}

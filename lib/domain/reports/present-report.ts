import type { ReportRow } from "@/db/queries/reports";
import type { Report } from "@/lib/contract/reports";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";

/** A report as moderators see it in the list. */
export function presentReport(row: ReportRow): Report {
  const { person, message, room, member } = row;
  const { role, is_active } = person;
  const by = (user: ReportRow["entries"][number]["reporter"]) => user && presentUser(user);
  return {
    id: row.id,
    status: row.closed_at === null ? "open" : "closed",
    source: row.source,
    person: { ...presentUser(person), role, is_active },
    message:
      row.message_id !== null && message && room
        ? {
            id: row.message_id,
            // Between two people it has no name: who they are to each other is not for moderators to read.
            room: { id: room.id, name: displayName({ ...room, other: null }), room_type: room.room_type },
            content: row.content ?? "",
            state: message.deleted ? "deleted" : message.hidden ? "hidden" : "visible",
            sender_place: member === null ? "outside" : member.is_admin ? "admin" : "participant",
            silenced_until: instant(member?.silenced_until ?? null),
            created_at: instant(message.created_at),
          }
        : null,
    reports: row.entries.map(({ reporter, reason, note, created_at }) => ({
      reporter: by(reporter),
      reason,
      note,
      created_at: instant(created_at),
    })),
    decisions: row.decisions.map(({ actor, action, note, until, created_at }) => ({
      actor: by(actor),
      action,
      note,
      until: instant(until),
      created_at: instant(created_at),
    })),
    opened_at: instant(row.opened_at),
    closed_at: instant(row.closed_at),
  };
}

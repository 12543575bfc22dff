import type { Db } from "@/db/database";
import type { AuditRow } from "@/db/queries/audit";
import {
  type About,
  type NamedRoom,
  type NamedThing,
  selectAboutMessages,
  selectAboutReports,
  selectPeople,
  selectRoomNames,
  selectThingNames,
} from "@/db/queries/audit-names";
import type { UserBrief } from "@/db/queries/messages";
import type { AuditEntry } from "@/lib/contract/audit";
import { instant } from "../instant";
import { presentUser } from "../present-user";
import { displayName } from "../rooms/display-name";

/** Details that are the number of a person; the first two are whom the line is about. */
const people = ["person", "sender", "invited_by", "link_by"] as const;

/** Lines of the log, with what everybody and everything in them is called today. */
export async function presentAudit(db: Db, rows: AuditRow[]): Promise<AuditEntry[]> {
  const idsOf = (type: string) => [
    ...new Set(rows.filter((row) => row.targetType === type).map((row) => row.targetId)),
  ];
  const about = byId<About>([
    ...(await selectAboutMessages(db, idsOf("message"))),
    ...(await selectAboutReports(db, idsOf("report"))),
  ]);
  const rooms = byId<NamedRoom>(await selectRoomNames(db, unique(rows.map((row) => roomOf(row, about)))));
  const named = rows.flatMap((row) => [
    row.actorId,
    personOf(row, about),
    ...people.map((name) => numberIn(row.details[name])),
  ]);
  const users = byId<UserBrief>(await selectPeople(db, unique(named)));
  const things = new Map<string, string>();
  for (const type of ["task", "property", "invite", "device"] satisfies NamedThing[]) {
    for (const { id, name } of await selectThingNames(db, type, idsOf(type))) things.set(`${type} ${id}`, name);
  }
  const nameOf = (id: number | null) => {
    const user = id === null ? undefined : users.get(id);
    return user ? presentUser(user).full_name : null;
  };
  return rows.map((row) => {
    const person = personOf(row, about);
    const room = rooms.get(roomOf(row, about) ?? "");
    return {
      id: row.id,
      at: instant(row.at),
      actor_id: row.actorId,
      actor: row.actor,
      actor_name: nameOf(row.actorId),
      action: row.action,
      target_type: row.targetType,
      target_id: row.targetId,
      target_name: things.get(`${row.targetType} ${row.targetId}`) || null,
      person_name: nameOf(person),
      room: room ? present(room) : null,
      details: row.details,
      names: Object.fromEntries(
        people.flatMap((key) => {
          const name = nameOf(numberIn(row.details[key]));
          return name === null ? [] : [[key, name]];
        }),
      ),
      address: row.address,
    };
  });
}

/** Between two people it has no name: who they are to each other is not for others to read. */
function present(room: NamedRoom): AuditEntry["room"] {
  return { id: room.id, name: displayName({ ...room, other: null }), room_type: room.room_type };
}

function personOf(row: AuditRow, about: Map<string, About>): number | null {
  if (row.targetType === "person") return Number(row.targetId);
  return numberIn(row.details.person) ?? numberIn(row.details.sender) ?? about.get(row.targetId)?.person ?? null;
}

function roomOf(row: AuditRow, about: Map<string, About>): string | null {
  if (row.targetType === "room") return row.targetId;
  return typeof row.details.room === "string" ? row.details.room : (about.get(row.targetId)?.room ?? null);
}

const numberIn = (value: unknown) => (typeof value === "number" ? value : null);
const unique = <T>(ids: (T | null)[]) => [...new Set(ids.filter((id) => id !== null))];
const byId = <Row extends { id: string | number }>(rows: Row[]) =>
  new Map(rows.map((row): [Row["id"], Row] => [row.id, row]));

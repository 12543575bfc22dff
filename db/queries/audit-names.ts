import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";
import type { rooms } from "@/db/schema/rooms";
import { anyOf } from "./any-of";
import type { UserBrief } from "./messages";

export type NamedRoom = {
  id: string;
  name: string;
  room_type: (typeof rooms.$inferSelect)["roomType"];
  task_title: string | null;
  property_name: string | null;
};
/** What a message or a report is about. */
export type About = { id: string; person: number | null; room: string | null };

export async function selectPeople(db: Db, ids: number[]): Promise<UserBrief[]> {
  return read(
    db,
    ids,
    sql`select id, username, first_name, last_name, email from users where id = ${anyOf(ids, "int")}`,
  );
}

export async function selectRoomNames(db: Db, ids: string[]): Promise<NamedRoom[]> {
  return read(
    db,
    ids,
    sql`select r.id, r.name, r.room_type, t.title as task_title, p.name as property_name from rooms r
      left join tasks t on t.id = r.task_id left join properties p on p.id = r.property_id
      where r.id = ${anyOf(ids, "uuid")}`,
  );
}

export async function selectAboutMessages(db: Db, ids: string[]): Promise<About[]> {
  return read(
    db,
    ids,
    sql`select id, sender_id as person, room_id as room from messages where id = ${anyOf(ids, "uuid")}`,
  );
}

export async function selectAboutReports(db: Db, ids: string[]): Promise<About[]> {
  return read(
    db,
    ids,
    sql`select id, person_id as person, room_id as room from reports where id = ${anyOf(ids, "uuid")}`,
  );
}

const things = {
  task: sql`select id::text, title as name from tasks`,
  property: sql`select id::text, name from properties`,
  invite: sql`select id::text, label as name from invites`,
  device: sql`select id::text, name from shared_devices`,
};
export type NamedThing = keyof typeof things;

/** What is deleted keeps its name here. */
export async function selectThingNames(
  db: Db,
  what: NamedThing,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  return read(db, ids, sql`${things[what]} where id::text = any(${sql.param(ids)}::text[])`);
}

async function read<Row>(db: Db, ids: unknown[], query: SQL): Promise<Row[]> {
  return ids.length === 0 ? [] : ([...(await db.execute(query))] as Row[]);
}

import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

export type LinkRow = {
  id: number;
  url: string;
  title: string;
  description: string;
  site_name: string;
  image_key: string | null;
  image_width: number | null;
  image_height: number | null;
};

/** A link of a message as JSON, or null; `m` is the alias of the message. Most messages have none and cost nothing. */
export const linkOfMessage = sql`case when m.link_id is null then null else (
  select json_build_object('id', l.id, 'url', l.url, 'title', l.title, 'description', l.description,
    'site_name', l.site_name, 'image_key', l.image_key, 'image_width', l.image_width, 'image_height', l.image_height)
  from links l where l.id = m.link_id) end`;

/** What is known of a page and not too old; what found nothing is asked again sooner. */
export async function selectFreshLink(db: Db, url: string): Promise<{ id: number; found: boolean } | undefined> {
  const [row] = await db.execute<{ id: number; found: boolean }>(sql`
    select id::float8 as id, title is not null as found from links
    where url = ${url} and fetched_at > now() - case when title is null then interval '1 hour' else interval '7 days' end
    order by fetched_at desc limit 1`);
  return row;
}

export async function insertLink(
  db: Db,
  url: string,
  facts: Omit<LinkRow, "id" | "url" | "title"> & { title: string | null },
): Promise<{ id: number; found: boolean }> {
  const [row] = await db.execute<{ id: number }>(sql`
    insert into links (url, title, description, site_name, image_key, image_width, image_height)
    values (${url}, ${facts.title}, ${facts.description}, ${facts.site_name}, ${facts.image_key}, ${facts.image_width},
      ${facts.image_height}) returning id::float8 as id`);
  if (!row) throw new Error("No link came back.");
  return { id: row.id, found: facts.title !== null };
}

export type LinkedMessage = { room_id: string; content: string; link_id: number | null };

/** A message that may still get a preview: not deleted, none taken off it, its room not archived. */
export async function selectUnlinkedMessage(db: Db, id: string): Promise<LinkedMessage | undefined> {
  const [row] = await db.execute<LinkedMessage>(sql`
    select m.room_id, m.content, m.link_id::float8 as link_id from messages m join rooms r on r.id = m.room_id
    where m.id = ${id} and m.deleted_at is null and not m.link_removed and r.archived_at is null`);
  return row;
}

/** Holds the room's row, as everybody does who changes something in it. */
export async function holdRoom(tx: Db, room: string): Promise<void> {
  await tx.execute(sql`select 1 from rooms where id = ${room} for no key update`);
}

/** Whether the message had another preview, or none, and still has this text. */
export async function putLink(tx: Db, id: string, content: string, link: number | null): Promise<boolean> {
  const rows = await tx.execute(sql`update messages set link_id = ${link}, modified_at = clock_timestamp()
    where id = ${id} and content = ${content} and deleted_at is null and not link_removed
      and link_id is distinct from ${link}::bigint returning 1`);
  return rows.length > 0;
}

/** Takes the preview off; whether there was one. */
export async function removeLink(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.execute(sql`update messages set link_id = null, link_removed = true,
    modified_at = clock_timestamp() where id = ${id} and link_id is not null returning 1`);
  return rows.length > 0;
}

/** Forgets what no message shows and nobody would be answered from; gives what its pictures were stored under. */
export async function deleteStaleLinks(db: Db, most: number): Promise<(string | null)[]> {
  const rows = await db.execute<{ image_key: string | null }>(sql`delete from links where id in (
    select l.id from links l where l.fetched_at < now() - interval '8 days'
      and not exists (select 1 from messages m where m.link_id = l.id)
    order by l.id limit ${most} for update skip locked) returning image_key`);
  return rows.map((row) => row.image_key);
}

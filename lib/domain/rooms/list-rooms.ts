import { and, sql, type SQL } from "drizzle-orm";
import { database } from "@/db/database";
import { countRoomList, selectRoomList } from "@/db/queries/room-list";
import type { RoomListItem } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { presentListItem } from "./present-list-item";

export type ListRoomsInput = {
  page?: number | undefined;
  page_size?: number | undefined;
  room_type?: string | undefined;
  search?: string | undefined;
  unread?: boolean | undefined;
  include_archived?: boolean | undefined;
};

/** The caller's rooms, newest activity first. At most two statements, whatever their number. */
export async function listRooms(ctx: Ctx, input: ListRoomsInput): Promise<{ count: number; results: RoomListItem[] }> {
  const { db } = database();
  const size = input.page_size ?? 50;
  const offset = ((input.page ?? 1) - 1) * size;
  const where = conditions(ctx, input);
  const rows = await selectRoomList(db, where, { limit: size, offset });
  const count = rows[0]?.total ?? (offset === 0 ? 0 : await countRoomList(db, where));
  return { count, results: rows.map(presentListItem) };
}

function conditions(ctx: Ctx, input: ListRoomsInput): SQL {
  const parts = [sql`p.user_id = ${ctx.userId} and p.left_at is null`];
  if (!input.include_archived) parts.push(sql`r.archived_at is null`);
  if (input.room_type) parts.push(sql`r.room_type = ${input.room_type}`);
  if (input.unread) {
    parts.push(sql`exists (select 1 from messages n where n.room_id = r.id and n.seq > greatest(p.last_read_seq, r.gone_seq)
      and n.deleted_at is null and n.sender_id is distinct from p.user_id)`);
  }
  const search = input.search?.trim();
  if (search) {
    // Every word must stand somewhere; LIKE's own signs are taken as text.
    for (const word of search.split(/\s+/)) {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      parts.push(sql`fold_text(concat_ws(' ', r.name, o.first_name, o.last_name, o.username, t.title, h.name))
        like fold_text(${pattern})`);
    }
  }
  return and(...parts) ?? sql`true`;
}

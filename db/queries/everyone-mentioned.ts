import { sql, type SQL } from "drizzle-orm";

/** `@all` names at most so many people in `mentions`, as in the function `send_batch`; the flag beside it keeps counting right beyond. */
const mentionsAllShown = 1000;

/** The ids that `@all` stores: those in the room now, by the order in which they first came. */
export const everyoneMentioned = (room: SQL): SQL => sql`coalesce((
  select array_agg(user_id) from (select user_id from participants everyone
    where everyone.room_id = ${room} and everyone.left_at is null order by everyone.id limit ${mentionsAllShown}) shown), '{}')`;

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/e2e/setup/test-database";

await useTestDatabase();
const { database } = await import("@/db/database");
const { sweep } = await import("./sweep");
const { founderIds } = await import("./founder-ids");

test("the sweep finds how far a log goes, who came, and which sessions ended", async () => {
  const { db } = database();
  const people = await db.execute<{ id: number }>(
    sql`insert into users (username) values ('ada'), ('ben'), ('cy') returning id`,
  );
  const [ada = 0, ben = 0, cy = 0] = people.map((row) => row.id);
  const [made] = await db.execute<{ id: string }>(
    sql`insert into rooms (room_type, last_seq) values ('group', 7) returning id`,
  );
  const room = made?.id ?? "";
  await db.execute(sql`insert into participants (room_id, user_id, joined_at, joined_seq, left_at, left_seq) values
    (${room}, ${ada}, now() - interval '1 hour', 1, null, null),
    (${room}, ${ben}, now() - interval '1 hour', 2, now(), 7),
    (${room}, ${cy}, now(), 6, null, null)`);
  const sessions = await db.execute<{ id: string }>(sql`
    insert into sessions (user_id, kind, expires_at, revoked_at, revoked_reason) values
    (${ada}, 'device', now() + interval '1 day', null, null),
    (${ben}, 'device', now() + interval '1 day', now(), 'signed_out') returning id`);

  const found = await sweep({
    rooms: [room],
    users: [ada, ben, cy],
    sessions: sessions.map((row) => row.id),
    seconds: 20,
  });

  expect(found.heads).toEqual(new Map([[room, 7]]));
  expect(found.memberships).toEqual([{ user_id: cy, room_id: room, joined_seq: 6, last_seq: 7 }]);
  expect(found.ended).toEqual([{ id: sessions[1]?.id, reason: "signed_out" }]);
  expect(await founderIds(room)).toEqual([ada]);
});

test("nobody connected asks nothing", async () => {
  expect(await sweep({ rooms: [], users: [], sessions: [], seconds: 20 })).toEqual({
    heads: new Map(),
    memberships: [],
    ended: [],
  });
});

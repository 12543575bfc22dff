import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/db/database";
import { pruneEvents } from "@/lib/domain/events/prune-events";
import { readCursor, writeCursor } from "@/lib/domain/events/sync-cursor";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

type Synced = { events: { seq: number }[]; cursor: string; reset: boolean };
const sync = async (cursor = "") => (await people.ben.rest.get(`/api/chat/sync/?cursor=${cursor}`)).body as Synced;
const send = (content: string) => people.ada.rest.post("/api/chat/messages/", { room, content });
const seqs = async () =>
  (await database().db.execute<{ seq: number }>(sql`select seq::int as seq from events order by seq`)).map(
    (e) => e.seq,
  );

it("forgets events after 30 days, keeps messages, and tells old cursors to start afresh", async () => {
  const { cursor } = await sync();
  for (const content of ["one", "two", "three", "four"]) expect((await send(content)).status).toBe(201);
  const all = await seqs();
  const { db } = database();
  const old = all.slice(0, 3);
  await db.execute(sql`update events set at = at - interval '32 days' where seq <= ${old.at(-1)}`);
  await db.execute(sql`update events set at = at - interval '30 days 12 hours' where seq = ${all[3]}`);

  // Two nodes at once: one does it, or both in turn, and nothing is deleted twice.
  const counts = await Promise.all([pruneEvents(), pruneEvents()]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(old.length);
  expect(await seqs()).toEqual(all.slice(3));
  const list = (await people.ben.rest.get(`/api/chat/messages/?room=${room}`)).body as { count: number };
  expect(list.count).toBe(4);

  const young = await sync(cursor);
  expect(young.reset).toBe(false);
  expect(young.events.map((event) => event.seq)).toEqual(all.slice(3));
  const stale = readCursor(cursor);
  expect(await sync(writeCursor({ ...stale, t: stale.t - 31 * 24 * 3600 }))).toMatchObject({ reset: true, events: [] });

  const ben = await SocketListener.connect(server.url, people.ben.access);
  expect((await send("five")).status).toBe(201);
  await ben.events.find((event) => event.data.content === "five", "what goes on");
  ben.close();
});

it("a cursor does not pass over what is written with a number that a crash of the database made free again", async () => {
  const { db } = database();
  let freed = "";
  await db
    .transaction(async (tx) => {
      freed = (await tx.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`))[0]?.xid ?? "";
      tx.rollback();
    })
    .catch(() => undefined);
  const { cursor } = await sync();
  expect((await send("after the crash")).status).toBe(201);
  const seq = Math.max(...(await seqs()));
  // As if the database had crashed before it wrote down that the number was used.
  await db.execute(sql`update events set xid = ${freed}::xid8 where seq = ${seq}`);
  await db.execute(sql`update rooms set last_xid = ${freed}::xid8 where id = ${room}`);
  expect((await sync(cursor)).events.map((event) => event.seq)).toEqual([seq]);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { type PushBrowser, PushService } from "./setup/push-service";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

Object.assign(process.env, { PUSH_PRIVATE: "allow" });
await useTestDatabase();
const { database } = await import("@/db/database");
const { notifyRoom } = await import("@/lib/domain/notifications/notify-room");
const { deliverToCrowd } = await import("@/lib/domain/notifications/deliver");

const names = ["takes", "gone", "refuses", "busy", "away", "later", "reads"] as const;
type Name = (typeof names)[number];
const replies: Partial<Record<Name, { status: number; headers?: Record<string, string> }>> = {
  gone: { status: 410 },
  refuses: { status: 413 },
  busy: { status: 503 },
  away: { status: 500 },
  later: { status: 429, headers: { "Retry-After": "60" } },
};

let server: TestServer;
let service: PushService;
let people: Record<Name | "ada", Person>;
const browsers = new Map<Name, PushBrowser>();
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  let publicKey = "";
  service = await PushService.start(() => publicKey);
  ends.push(
    () => server.stop(),
    () => service.stop(),
  );
  const cells = Object.fromEntries(names.map((name) => [name, "staff"])) as Record<Name, "staff">;
  people = await cast(server.url, { ...cells, ada: "staff" });
  publicKey = ((await people.ada.rest.get("/api/push/")).body as { public_key: string }).public_key;
  for (const name of names) {
    const browser = service.browser();
    browser.replies = replies[name] ?? null;
    browsers.set(name, browser);
    expect((await people[name].rest.post("/api/push/subscriptions/", browser.toJSON())).status).toBe(201);
  }
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

it("records of many that leave together what came of each, and tries again together what is to be tried again", async () => {
  const { db } = database();
  const participant_ids = names.map((name) => people[name].id);
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "House", participant_ids });
  const room = (made.body as Room).id;
  for (const content of ["One", "Two"]) await people.ada.rest.post("/api/chat/messages/", { room, content });
  await notifyRoom(room);
  await people.reads.rest.post(`/api/chat/rooms/${room}/mark_read/`);
  const ids = await db.execute<{ id: number }>(sql`select id::float8 as id from push_deliveries order by id`);
  expect(ids).toHaveLength(2 * names.length);
  await deliverToCrowd(
    ids.map(({ id }) => id),
    undefined,
  );

  const came = await db.execute<{ name: Name; outcomes: string[]; failure: string | null; kept: boolean }>(sql`
    select u.username as name, array_agg(concat_ws(' ', d.status, d.reason) order by d.id) as outcomes,
      max(v.failure) as failure, bool_and(v.id is not null) as kept
    from push_deliveries d join users u on u.id = d.user_id left join push_devices v on v.id = d.device_id
    group by u.username order by u.username`);
  const nameOf = (username: string) => names.find((name) => people[name].username === username);
  const both = (outcome: string, failure: string | null, kept = true) => ({
    outcomes: [outcome, outcome],
    failure,
    kept,
  });
  expect(Object.fromEntries(came.map(({ name, ...rest }) => [nameOf(name), rest]))).toEqual({
    takes: both("accepted", null),
    gone: both("gone 410", null, false),
    refuses: both("failed 413", "413"),
    busy: both("queued 503", "503"),
    away: both("queued 500", "500"),
    later: both("queued 429", "429"),
    reads: both("skipped read", null),
  });
  const jobs = await db.execute<{ name: string; ids: number[]; seconds: number }>(sql`
    select j.task_identifier as name, p.payload -> 'deliveries' as ids, extract(epoch from j.run_at - j.created_at)::int as seconds
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier like 'push%' and j.run_at > j.created_at + interval '1 second'`);
  expect(new Set(jobs.map(({ name }) => name))).toEqual(new Set(["push-crowd"]));
  const waiting = new Map<number, number>();
  for (const { seconds, ids: some } of jobs) waiting.set(seconds, (waiting.get(seconds) ?? 0) + some.length);
  expect(Object.fromEntries(waiting)).toEqual({ 10: 4, 60: 2 });
});

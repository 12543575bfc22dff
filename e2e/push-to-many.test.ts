import http from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Message, Room } from "@/lib/contract/shapes";
import type * as giveWayFile from "@/lib/domain/notifications/give-way";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { PushService } from "./setup/push-service";
import { statementsOf } from "./setup/statements-of";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { unhurried } from "./setup/unhurried";

// It works as fast as it can here, however busy this machine is: how long it would rest has a test of its own.
vi.mock("@/lib/domain/notifications/give-way", async (original) => {
  const { giveWay } = await original<typeof giveWayFile>();
  return { giveWay: () => giveWay({ took: 0, longest: 0 }) };
});
Object.assign(process.env, { PUSH_PRIVATE: "allow" });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { selectRecipients } = await import("@/db/queries/notifications");
const { deliver } = await import("@/lib/domain/notifications/deliver");
const { notifyRoom } = await import("@/lib/domain/notifications/notify-room");

const crowd = 10_000;
const keys = {
  p256dh: "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
  auth: "AAAAAAAAAAAAAAAAAAAAAA",
};

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;
const ends: (() => unknown)[] = [];

/** A push service that takes its time: it keeps everybody waiting until it is told to answer. */
const service = {
  waiting: [] as (() => void)[],
  open: false,
  got: new Map<string, number>(),
  signatures: new Set<string | undefined>(),
};
const listening = http.createServer((request, answer) => {
  const { url: to = "" } = request;
  service.signatures.add(request.headers.authorization);
  service.got.set(to, (service.got.get(to) ?? 0) + 1);
  const take = () => answer.writeHead(201).end();
  request.resume().on("end", () => (service.open ? take() : service.waiting.push(take)));
});

beforeAll(async () => {
  server = await startTestServer();
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  ends.push(
    () => server.stop(),
    () => listening.close().closeAllConnections(),
  );
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Everybody",
    participant_ids: [people.ben.id],
  });
  room = (made.body as Room).id;
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  await unhurried(async (tx) => {
    await tx.execute(sql`insert into users (username) select 'crowd' || n from generate_series(1, ${crowd}::int) n`);
    await tx.execute(sql`insert into participants (room_id, user_id)
      select ${room}::uuid, id from users where username like 'crowd%'`);
    await tx.execute(sql`update rooms set participant_count = participant_count + ${crowd}::int where id = ${room}`);
    await tx.execute(sql`insert into sessions (user_id, kind, expires_at)
      select id, 'browser', now() + interval '1 day' from users where username like 'crowd%'`);
    await tx.execute(sql`insert into push_devices (user_id, session_id, kind, address, p256dh, auth, platform)
      select s.user_id, s.id, 'web', ${origin}::text || '/push/' || s.user_id, ${keys.p256dh}, ${keys.auth}, 'web'
      from sessions s join users u on u.id = s.user_id where u.username like 'crowd%'`);
  });
  await database().db.execute(sql`analyze`);
}, 120_000);
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const send = async (content: string): Promise<Message> => {
  const answer = await people.ada.rest.post("/api/chat/messages/", { room, content });
  expect(answer.status).toBe(201);
  return answer.body as Message;
};
const tally = async () =>
  Object.fromEntries(
    [
      ...(await database().db.execute<{ status: string; n: number }>(
        sql`select status, count(*)::int as n from push_deliveries group by status`,
      )),
    ].map(({ status, n }) => [status, n]),
  );
const jobs = async () =>
  Object.fromEntries(
    [
      ...(await database().db.execute<{ name: string; n: number }>(
        sql`select task_identifier as name, count(*)::int as n from graphile_worker.jobs
          where task_identifier like 'push%' group by 1`,
      )),
    ].map(({ name, n }) => [name, n]),
  );

it("decides on 10,000 subscribers in few statements and jobs, and once", async () => {
  await send("Good morning, everybody, and happy birthday, @crowd1");
  const statements = await statementsOf(() => notifyRoom(room));
  expect(await tally()).toEqual({ queued: crowd });
  // Whom it concerns by itself, so not behind all others. Fifty of these a job; a statement puts five hundred on record, and
  // another one adds their jobs.
  expect(await jobs()).toEqual({ push: 1, "push-crowd": crowd / 50 });
  expect(statements).toBeLessThanOrEqual((crowd / 500) * 2 + 9);
  expect(await statementsOf(() => notifyRoom(room))).toBeLessThanOrEqual(4);
  expect(await jobs()).toEqual({ push: 1, "push-crowd": crowd / 50 });
});

it("hands them over from the queue while people talk: they hear each other though no push service answers", async () => {
  const [ada, ben] = await Promise.all([
    SocketListener.connect(server.url, people.ada.access),
    SocketListener.connect(server.url, people.ben.access),
  ]);
  const publicKey = ((await people.ben.rest.get("/api/push/")).body as { public_key: string }).public_key;
  const other = await PushService.start(() => publicKey);
  const browser = other.browser();
  ends.push(() => other.stop());
  const working = await startJobs(url);
  ends.push(() => working.stop());
  await vi.waitFor(() => expect(service.waiting.length).toBeGreaterThan(8), 30_000);
  const before = await tally();
  for (const content of ["One", "Two", "Three"]) {
    const { id } = await send(content);
    for (const listener of [ada, ben]) {
      await listener.events.find((event) => event.type === "message.created" && event.data.id === id, content);
    }
  }
  expect([before.accepted, (await tally()).accepted]).toEqual([undefined, undefined]);

  // Of those three nobody is told here: what follows counts the first one.
  await database().db.execute(sql`update room_notified n set seq = r.last_seq from rooms r where r.id = n.room_id`);

  // What is for one leaves at once, and what is just being sent is sent again only when nobody can be waiting any more.
  await people.ben.rest.post("/api/push/subscriptions/", browser.toJSON());
  await people.ben.rest.post("/api/push/test/");
  await vi.waitFor(() => expect(browser.received).toHaveLength(1), 10_000);
  const [left] = await database().db.execute<{ id: number; user: number }>(
    sql`select id::float8 as id, user_id as user from push_deliveries where status = 'sent' order by id limit 1`,
  );
  const sent = () => service.got.get(`/push/${left?.user}`);
  await deliver([left?.id ?? 0]);
  expect(sent()).toBe(1);
  await database().db.execute(
    sql`update push_deliveries set changed_at = changed_at - interval '3 minutes' where id = ${left?.id}`,
  );
  const again = deliver([left?.id ?? 0]);
  await vi.waitFor(() => expect(sent()).toBe(2), 10_000);

  const statements = await statementsOf(async () => {
    service.open = true;
    for (const take of service.waiting) take();
    await again;
    await vi.waitFor(async () => expect((await tally()).accepted).toBe(crowd + 1), { timeout: 240_000, interval: 500 });
  });
  expect(await tally()).toEqual({ accepted: crowd + 1 });
  expect([...service.got.values()].reduce((sum, times) => sum + times, 0)).toBe(crowd + 1);
  expect(service.got.size).toBe(crowd);
  // Taken up by the fifty, recorded as they were answered together, and known to the service by one signature.
  expect(statements).toBeLessThan(crowd / 4);
  expect(service.signatures.size).toBe(1);
  ada.close();
  ben.close();
}, 300_000);

it("finds the devices of many by their keys, also on a connection that planned it while nobody had one", async () => {
  const undone = new Error("This was to be undone.");
  const trying = database().db.transaction(async (tx) => {
    const scans = async () =>
      (
        await tx.execute<{ n: number }>(sql`select coalesce(sum(seq_scan), 0)::int as n from pg_stat_xact_user_tables
        where relname in ('push_devices', 'sessions', 'participants')`)
      )[0]?.n ?? 0;
    // What is judged here is how the tables are read: a machine with much else to do may be slow about it.
    await tx.execute(sql`set local statement_timeout = '60s'`);
    await tx.execute(sql`create temporary table kept on commit drop as select * from push_devices`);
    await tx.execute(sql`truncate push_devices cascade`);
    await tx.execute(sql`analyze push_devices`);
    // After the fifth time the driver's statement has a plan for good.
    for (let time = 0; time < 7; time += 1) expect(await selectRecipients(tx, room)).toEqual([]);
    await tx.execute(sql`insert into push_devices overriding system value select * from kept`);
    const before = await scans();
    // Ben has one too.
    expect(await selectRecipients(tx, room)).toHaveLength(crowd + 1);
    expect((await scans()) - before).toBe(0);
    throw undone;
  });
  await expect(trying).rejects.toBe(undone);
});

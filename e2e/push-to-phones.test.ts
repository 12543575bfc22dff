import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Message, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { FcmService } from "./setup/fcm-service";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

const fcm = await FcmService.start();
Object.assign(process.env, { PUSH_PRIVATE: "allow", FCM_SERVICE_ACCOUNT: fcm.account, FCM_URL: fcm.origin });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { watchNews } = await import("@/lib/domain/notifications/watch-news");

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;
const ends: (() => unknown)[] = [() => fcm.stop()];
const token = "fcm-token-of-a-phone";

beforeAll(async () => {
  server = await startTestServer();
  ends.push(() => server.stop());
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
  const participant_ids = [people.ben.id, people.cleo.id];
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "House", participant_ids });
  room = (made.body as Room).id;
  const [jobs, watching] = [await startJobs(url), watchNews()];
  ends.push(
    () => jobs.stop(),
    () => watching(),
  );
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const register = (person: Person, platform = "android") => person.rest.post("/api/devices/", { token, platform });
const test = (person: Person) => person.rest.post("/api/push/test/").then(({ body }) => body);
const send = async (content: string): Promise<Message> =>
  (await people.ada.rest.post("/api/chat/messages/", { room, content })).body as Message;
const arrived = (count: number) =>
  vi.waitFor(() => expect([fcm.received.length, fcm.faults]).toEqual([count, []]), 30_000);
const settled = () =>
  vi.waitFor(async () => {
    const [left] = await database().db.execute<{ n: number }>(sql`select
      (select count(*) from push_deliveries where status in ('queued', 'sent'))::int
      + (select count(*) from graphile_worker.jobs)::int as n`);
    expect(left?.n).toBe(0);
  }, 30_000);

it("is told through FCM, by a service account's token that is kept, until its app is gone", async () => {
  const { ben } = people;
  expect((await register(ben)).body).toMatchObject({ kind: "fcm", platform: "android" });
  expect((await register(ben)).status).toBe(201);
  const message = await send("Key, @ben?");
  await arrived(1);
  fcm.expire();
  fcm.busy();
  await test(ben);
  await arrived(2);
  expect(fcm.tokensGiven).toBe(2);
  expect(fcm.received).toMatchObject([
    {
      token,
      notification: { title: "House", body: "Ada Test: Key, @ben?" },
      data: { type: "message", room_id: room, message_id: message.id, seq: String(message.seq), unread_count: "1" },
      android: { priority: "HIGH" },
      apns: { payload: { aps: { "thread-id": `room:${room}`, badge: 1 } } },
    },
    { notification: { title: "Notifications work" } },
  ]);
  fcm.unregistered.add(token);
  await test(ben);
  await settled();
  expect(await test(ben)).toEqual({ devices: 0 });
  fcm.unregistered.clear();
});

it("names neither who nor what where no text is wanted, is loud when urgent, and is cleared in silence", async () => {
  const { ben, ada } = people;
  await register(ben, "ios");
  await ben.rest.patch("/api/users/me/", { notification_text: false });
  const from = fcm.received.length;
  const message = await send("The code is 4711");
  await arrived(from + 1);
  const [hidden] = fcm.received.slice(from);
  expect(hidden?.notification).toEqual({ title: "AriStay chat", body: "New message" });
  expect(hidden?.data).toMatchObject({ room_id: room, message_id: message.id });
  expect(JSON.stringify(hidden)).not.toMatch(/4711|Ada|House/);
  expect(hidden?.apns.payload.aps).not.toHaveProperty("interruption-level");

  await ben.rest.patch("/api/users/me/", { do_not_disturb: true });
  const second = await send("Water!");
  await ada.rest.post(`/api/chat/messages/${second.id}/urgent/`, { reason: "The cellar is full" });
  await arrived(from + 2);
  expect(fcm.received.at(-1)?.apns.payload.aps).toMatchObject({ "interruption-level": "time-sensitive", badge: 3 });

  await ben.rest.post(`/api/chat/rooms/${room}/mark_read/`);
  await arrived(from + 3);
  const cleared = fcm.received.at(-1);
  expect(cleared).not.toHaveProperty("notification");
  expect(cleared).toMatchObject({
    data: { type: "read", room_id: room, seq: String(second.seq), badge: "0" },
    android: { priority: "NORMAL" },
    apns: { payload: { aps: { "content-available": 1, badge: 0 } } },
  });
});

it("belongs to whoever registered it last, and to nobody once that is taken back", async () => {
  const { ben, cleo } = people;
  await register(ben);
  await register(cleo);
  expect([await test(ben), await test(cleo)]).toEqual([{ devices: 0 }, { devices: 1 }]);
  expect((await cleo.rest.call("DELETE", "/api/devices/", { token })).status).toBe(204);
  expect(await test(cleo)).toEqual({ devices: 0 });
});

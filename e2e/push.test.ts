import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PushDevice } from "@/lib/contract/push-device";
import type { Message, Participant, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { type PushBrowser, PushService } from "./setup/push-service";
import { type Name, names, type Setting, settings, table } from "./setup/push-table";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

Object.assign(process.env, { PUSH_PRIVATE: "allow" });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { watchNews } = await import("@/lib/domain/notifications/watch-news");
const { notifyRoom } = await import("@/lib/domain/notifications/notify-room");
const { deliver } = await import("@/lib/domain/notifications/deliver");
const { sendDigest } = await import("@/lib/domain/notifications/send-digest");
const { sweepNotifications } = await import("@/lib/domain/notifications/sweep-notifications");

let server: TestServer;
let service: PushService;
let people: Record<Name | "ada" | "boss", Person>;
let browsers: Record<Name | "ada", PushBrowser>;
let publicKey = "";
let room: string;
const ends: (() => unknown)[] = [];

async function subscribe(person: Person): Promise<PushBrowser> {
  const browser = service.browser();
  const answer = await person.rest.post("/api/push/subscriptions/", browser.toJSON());
  expect(answer.status).toBe(201);
  return browser;
}

async function send(content: string, by = people.ada, to = room): Promise<Message> {
  const answer = await by.rest.post("/api/chat/messages/", { room: to, content });
  expect(answer.status).toBe(201);
  return answer.body as Message;
}

async function direct(other: Person): Promise<string> {
  return ((await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [other.id] })).body as Room).id;
}

/** Quiet hours that this moment lies in, by the clocks of a zone. */
function nowIn(timeZone: string) {
  const hour = Number(new Intl.DateTimeFormat("en", { timeZone, hour: "2-digit", hourCycle: "h23" }).format());
  const clock = (hours: number) => `${String((hour + hours + 24) % 24).padStart(2, "0")}:00`;
  return { start: clock(-1), end: clock(2) };
}

/** Until all that is due was decided upon and handed over. */
async function settled(): Promise<void> {
  await vi.waitFor(async () => {
    const [left] = await database().db.execute<{ n: number }>(sql`select
      (select count(*) from push_deliveries where status in ('queued', 'sent') and due_at <= clock_timestamp())::int
      + (select count(*) from graphile_worker.jobs where run_at <= now())::int
      + (select count(*) from rooms r left join room_notified n on n.room_id = r.id
          where r.last_message_id is not null and coalesce(n.seq, 0) < r.last_seq)::int as n`);
    expect(left?.n).toBe(0);
  }, 30_000);
}

beforeAll(async () => {
  server = await startTestServer();
  ends.push(() => server.stop());
  service = await PushService.start(() => publicKey);
  ends.push(() => service.stop());
  const cells = Object.fromEntries(names.map((name) => [name, name === "viewer" ? "viewer" : "staff"]));
  people = await cast(server.url, { ...(cells as Record<Name, "staff">), ada: "staff", boss: "superuser" });
  publicKey = ((await people.ada.rest.get("/api/push/")).body as { public_key: string }).public_key;
  const participant_ids = names.map((name) => people[name].id);
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "House", participant_ids });
  room = (made.body as Room).id;
  const { participants } = made.body as { participants: Participant[] };
  browsers = { ada: await subscribe(people.ada) } as typeof browsers;
  for (const name of names) {
    const { rest, id } = people[name];
    const given: Setting = settings[name];
    const mine = `/api/chat/participants/${participants.find(({ user }) => user.id === id)?.id}/`;
    browsers[name] = await subscribe(people[name]);
    if (given.notify) await rest.post(`${mine}notifications/`, { notify: given.notify });
    if (given.keywords) await rest.patch("/api/users/me/", { keywords: given.keywords });
    if (given.muted) await rest.post(`${mine}mute/`, { muted: true, muted_until: given.muted.until ?? null });
    const days = [0, 1, 2, 3, 4, 5, 6];
    if (given.quiet) await rest.patch("/api/users/me/", { quiet_hours: { days, start: "00:00", end: "00:00" } });
    if (given.zone)
      await rest.patch("/api/users/me/", { timezone: given.zone, quiet_hours: { days, ...nowIn(given.zone) } });
    if (given.onDuty) await rest.patch("/api/users/me/", { on_duty: true });
    if (given.blocked) await rest.post(`/api/users/${people.ada.id}/block/`);
    if (given.dnd) await rest.patch("/api/users/me/", { do_not_disturb: true });
  }
  await send("before they went");
  await people.active.rest.post(`/api/chat/rooms/${room}/mark_read/`);
  const jobs = await startJobs(url);
  const watching = watchNews();
  ends.push(
    () => jobs.stop(),
    () => watching(),
  );
  await sweepNotifications();
  await people.left.rest.post(`/api/chat/rooms/${room}/leave/`);
  await people.boss.rest.patch(`/api/users/${people.out.id}/`, { is_active: false });
  await people.gone.rest.post("/api/token/revoke/", { refresh: people.gone.refresh });
  await send("settle");
  await settled();
  for (const browser of Object.values(browsers)) browser.received.splice(0);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

describe("who gets what", () => {
  it("is what the table says, each message once, and nothing for those who are away", async () => {
    const everybody = names.filter((name) => name !== "left").map((name) => `@${name}`);
    await send("plain");
    await send(`named ${everybody.join(" ")}`);
    const urgent = await send("urgent");
    await settled();
    await people.ada.rest.post(`/api/chat/messages/${urgent.id}/urgent/`, { reason: "Water in the cellar" });
    await people.ada.rest.post(`/api/chat/messages/${urgent.id}/urgent/`, { reason: "Again" });
    await settled();
    // Decided and handed over again, nothing arrives a second time.
    await database().db.execute(sql`update room_notified set seq = 0`);
    await notifyRoom(room);
    await settled();

    const got = Object.fromEntries(names.map((name) => [name, browsers[name].firstWords]));
    expect(got).toEqual(Object.fromEntries(names.map((name) => [name, table[name].toSorted()])));
    expect(browsers.ada.received).toEqual([]);
    // What concerns somebody leaves at once, and nothing that is said later takes its place.
    const plainTo = (name: Name) =>
      browsers[name].received.find(({ payload }) => payload.notification?.body === "Ada Test: plain");
    expect([plainTo("all")?.urgency, plainTo("keyword")?.urgency]).toEqual(["normal", "high"]);
    expect(plainTo("keyword")?.topic).not.toBe(plainTo("all")?.topic);
    expect(service.faults).toEqual([]);
  });

  it("waits half a minute for somebody who is at another device, and then only tells what was not read", async () => {
    const waiting = await database().db.execute<{ id: number; seconds: number }>(sql`
      select id::float8 as id, extract(epoch from due_at - created_at)::int as seconds from push_deliveries
      where user_id = ${people.active.id} and status = 'queued' order by id`);
    expect(waiting.map(({ seconds }) => seconds)).toEqual(waiting.map(() => 30));
    const [first, ...rest] = waiting.map(({ id }) => id);
    await deliver([first ?? 0]);
    expect(browsers.active.firstWords).toEqual(["settle", "urgent"]);
    await people.active.rest.post(`/api/chat/rooms/${room}/mark_read/`);
    await deliver(rest);
    expect(browsers.active.firstWords).toEqual(["settle", "urgent"]);
  });

  it("tells at the end of quiet hours how much came, once", async () => {
    const [job] = await database().db.execute<{ hours: number }>(sql`
      select extract(epoch from run_at - now())::float8 / 3600 as hours from graphile_worker.jobs
      where key = ${`digest ${people.quiet.id}`}`);
    expect(job?.hours).toBeGreaterThan(24);
    await sendDigest(people.quiet.id);
    await people.quiet.rest.patch("/api/users/me/", { quiet_hours: null });
    await sendDigest(people.quiet.id);
    await settled();
    const [digest, ...more] = browsers.quiet.received.filter(({ payload }) => payload.notification?.tag === "digest");
    expect(more).toEqual([]);
    expect(digest?.payload.notification).toMatchObject({
      title: "5 unread messages",
      navigate: expect.any(String) as string,
    });
  });
  it("counts one's own words among what one is told of then, and waits on when the hours were made longer", async () => {
    const { quietWord } = people;
    const digests = () => browsers.quietWord.received.filter(({ payload }) => payload.notification?.tag === "digest");
    await sendDigest(quietWord.id);
    await settled();
    expect(digests()).toEqual([]);
    const [job] = await database().db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker.jobs
      where key = ${`digest ${quietWord.id}`} and run_at > now()`);
    expect(job?.n).toBe(1);
    await quietWord.rest.patch("/api/users/me/", { quiet_hours: null });
    await sendDigest(quietWord.id);
    await settled();
    // What names them, and what says their word.
    expect(digests()).toMatchObject([{ payload: { notification: { title: "2 unread messages" } } }]);
  });
});

describe("what a notification carries", () => {
  it("says room, sender and text, leads to the message, and hides the text from who does not want it shown", async () => {
    const chat = await direct(people.all);
    const browser = browsers.all;
    browser.received.splice(0);
    const message = await send("Is the gate open?", people.ada, chat);
    await settled();
    const [pushed] = browser.received;
    expect(pushed).toMatchObject({
      urgency: "high",
      ttl: 86_400,
      payload: {
        web_push: 8030,
        notification: {
          title: "Ada Test",
          body: "Is the gate open?",
          tag: `room:${chat}`,
          navigate: `http://localhost:3000/chat/${chat}?message=${message.id}`,
          data: { kind: "message", room: chat, message: message.id, seq: message.seq, unread: 1 },
        },
      },
    });
    expect(pushed?.payload.app_badge).toBeGreaterThan(1);

    await people.all.rest.patch("/api/users/me/", { notification_text: false, locale: "es" });
    await send("A secret", people.ada, chat);
    await settled();
    expect(browser.received.at(-1)?.payload.notification).toMatchObject({
      title: "Chat de AriStay",
      body: "Mensaje nuevo",
    });
    await people.all.rest.patch("/api/users/me/", { notification_text: true, locale: "en" });
  });

  it("takes what was read on one device off the others, once", async () => {
    const chat = await direct(people.all);
    const browser = browsers.all;
    const read = () => browser.received.flatMap(({ payload }) => (payload.data?.kind === "read" ? [payload.data] : []));
    for (const _ of [1, 2]) await people.all.rest.post(`/api/chat/rooms/${chat}/mark_read/`);
    await vi.waitFor(() => expect(read()).toMatchObject([{ kind: "read", room: chat }]), 30_000);
    await settled();
    expect(read()).toHaveLength(1);
  });

  it("is sent to oneself as a test, and is on record", async () => {
    const answer = await people.all.rest.post("/api/push/test/");
    expect(answer.body).toEqual({ devices: 1 });
    await settled();
    expect(browsers.all.received.at(-1)?.payload.notification?.title).toBe("Notifications work");
    const { devices } = (await people.all.rest.get("/api/push/")).body as { devices: PushDevice[] };
    expect(devices).toMatchObject([
      { kind: "web", failure: null, current: true, accepted_at: expect.any(String) as string },
    ]);
  });
});

describe("a push service", () => {
  const outcome = async (person: Person) =>
    [
      ...(await database().db.execute<{ status: string; reason: string | null; tries: number }>(sql`
        select status, reason, tries from push_deliveries where user_id = ${person.id} order by id desc limit 1`)),
    ][0];

  it("that says a browser is gone is believed, for ever", async () => {
    const browser = browsers.lapsed;
    browser.received.splice(0);
    browser.replies = { status: 410 };
    await people.lapsed.rest.post("/api/push/test/");
    await settled();
    expect(await outcome(people.lapsed)).toEqual({ status: "gone", reason: "410", tries: 1 });
    expect((await people.lapsed.rest.post("/api/push/test/")).body).toEqual({ devices: 0 });
  });

  it("that is busy is asked again when it says, and what it took is not sent again", async () => {
    const browser = browsers.viewer;
    browser.received.splice(0);
    browser.replies = [
      { status: 429, headers: { "Retry-After": "0" } },
      { status: 503, headers: { "Retry-After": "0" } },
    ];
    await people.viewer.rest.post("/api/push/test/");
    await settled();
    expect(browser.received).toHaveLength(1);
    expect(await outcome(people.viewer)).toEqual({ status: "accepted", reason: null, tries: 3 });
  });

  it("that refuses, or none at all, fails on record and the device stays", async () => {
    browsers.viewer.replies = { status: 413 };
    await people.viewer.rest.post("/api/push/test/");
    await settled();
    expect(await outcome(people.viewer)).toMatchObject({ status: "failed", reason: "413" });
    const { devices } = (await people.viewer.rest.get("/api/push/")).body as { devices: PushDevice[] };
    expect(devices).toMatchObject([{ failure: "413" }]);
    browsers.viewer.replies = null;
  });
});

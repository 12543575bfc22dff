import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { AnyPushDevice, PushFacts, PushFailure } from "@/lib/contract/push-record";
import { cast, type Person } from "./setup/cast";
import { type PushBrowser, PushService } from "./setup/push-service";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

Object.assign(process.env, { PUSH_PRIVATE: "allow", METRICS_TOKEN: "a-token-that-only-the-scraper-knows" });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { insertDeliveries } = await import("@/db/queries/push-deliveries");
const { deliver } = await import("@/lib/domain/notifications/deliver");
const { startJobs } = await import("@/lib/jobs/start-jobs");

type Page<T> = { count: number; results: T[] };

let server: TestServer;
let service: PushService;
let people: Record<"ada" | "ben" | "cleo" | "boss", Person>;
const browsers: Record<string, PushBrowser> = {};
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  let publicKey = "";
  service = await PushService.start(() => publicKey);
  ends.push(
    () => server.stop(),
    () => service.stop(),
  );
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", boss: "superuser" });
  publicKey = ((await people.ada.rest.get("/api/push/")).body as { public_key: string }).public_key;
  for (const name of ["ada", "ben", "cleo"] as const) {
    const browser = (browsers[name] = service.browser());
    expect((await people[name].rest.post("/api/push/subscriptions/", browser.toJSON())).status).toBe(201);
  }
  const jobs = await startJobs(url);
  ends.push(() => jobs.stop());
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const get = async <T>(path: string): Promise<T> => {
  const answer = await people.boss.rest.get(`/api/admin/push/${path}`);
  expect(answer.status).toBe(200);
  return answer.body as T;
};
const devices = async (query = "") => (await get<Page<AnyPushDevice>>(`devices/${query}`)).results;

/** A notification to themselves, and what their push service answers it. */
async function tell(name: "ada" | "ben" | "cleo", reply: { status: number } | null = null): Promise<void> {
  const browser = browsers[name];
  if (browser) browser.replies = reply;
  await people[name].rest.post("/api/push/test/");
  await vi.waitFor(async () => {
    const [open] = await database().db.execute<{ n: number }>(
      sql`select count(*)::int as n from push_deliveries where status in ('queued', 'sent')`,
    );
    expect(open?.n).toBe(0);
  }, 30_000);
}

it("tells an administrator what came of a day, which devices there are, and why something did not arrive", async () => {
  for (const name of ["ada", "ben", "cleo"] as const) await tell(name);
  await tell("ben", { status: 413 });
  await tell("cleo", { status: 410 });

  expect(await get<PushFacts>("")).toEqual({
    day: { queued: 0, sent: 0, accepted: 3, skipped: 0, gone: 1, failed: 1 },
    devices: { web: 2, android: 0, ios: 0, failing: 1 },
    phones: false,
    mail: false,
  });
  const { results } = await get<Page<PushFailure>>("failures/");
  expect(results.map(({ user, status, reason, about, platform }) => [user.username, status, reason, about, platform]))
    // Of a device that is gone nothing is known any more.
    .toEqual([
      ["cleo", "gone", "410", "test", null],
      ["ben", "failed", "413", "test", "web"],
    ]);
  expect((await devices()).map(({ user }) => user.username).toSorted()).toEqual(["ada", "ben"]);
  const [failing, ...others] = await devices("?status=failing");
  expect([failing?.user.username, failing?.failure, others]).toEqual(["ben", "413", []]);
  expect(Date.parse(failing?.failed_at ?? "")).toBeGreaterThan(Date.parse(failing?.accepted_at ?? ""));
  expect(await devices("?search=AD%C3%81")).toMatchObject([{ user: { username: "ada" }, failure: null }]);
  // Its whole address would let whoever reads it call there.
  const { host, pathname } = new URL(browsers.ben?.endpoint ?? "");
  expect(failing?.service).toBe(host);
  expect(JSON.stringify(await devices())).not.toContain(pathname);
});

it("tells a scraper what came of each try", async () => {
  const headers = { authorization: `Bearer ${process.env.METRICS_TOKEN}` };
  const series = (await (await fetch(`${server.url}/metrics`, { headers })).text()).split("\n");
  const pushes = series.filter((line) => line.startsWith("aristay_pushes_total")).toSorted();
  expect(pushes).toEqual([
    'aristay_pushes_total{kind="web",outcome="accepted"} 3',
    'aristay_pushes_total{kind="web",outcome="failed"} 1',
    'aristay_pushes_total{kind="web",outcome="gone"} 1',
  ]);
});

it("keeps when a device was last not reached, though it is reached again", async () => {
  await tell("ben");
  const [device] = await devices("?search=ben");
  expect(device?.failure).toBeNull();
  expect(Date.parse(device?.accepted_at ?? "")).toBeGreaterThan(Date.parse(device?.failed_at ?? ""));
});

it("lets an administrator take a device off, on record, and its person turn it on again", async () => {
  const [device] = await devices("?search=ben");
  const remove = () => people.boss.rest.call("DELETE", `/api/admin/push/devices/${device?.id}/`);
  expect((await people.ada.rest.call("DELETE", `/api/admin/push/devices/${device?.id}/`)).status).toBe(403);
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  expect((await people.ben.rest.post("/api/push/test/")).body).toEqual({ devices: 0 });
  const log = (await people.boss.rest.get("/api/admin/audit/?action=person.push_device_removed")).body;
  expect(log).toMatchObject({
    count: 1,
    results: [{ target_id: String(people.ben.id), details: { platform: "web" } }],
  });
  await people.ben.rest.post("/api/push/subscriptions/", browsers.ben?.toJSON());
  expect((await people.ben.rest.post("/api/push/test/")).body).toEqual({ devices: 1 });
});

it("is sent though the same is decided once more at that moment, and waits less if that is what was decided", async () => {
  const { db } = database();
  const [device] = await db.execute<{ id: string }>(sql`select id from push_devices where user_id = ${people.ada.id}`);
  const about = { device_id: device?.id ?? "", user_id: people.ada.id, subject: "test:decided twice" };
  const due = (minutes: number) => [{ ...about, due_at: new Date(Date.now() + minutes * 60_000).toISOString() }];
  const [first] = await insertDeliveries(db, due(30));
  expect(await insertDeliveries(db, due(10))).toMatchObject([{ id: first?.id }]);
  await db.transaction(async (tx) => {
    expect(await insertDeliveries(tx, due(20))).toEqual([]);
    // Whoever decides has not come to an end when the sending begins.
    await deliver([first?.id ?? 0]);
  });
  const rows = await db.execute(sql`select status from push_deliveries where id = ${first?.id}`);
  expect([...rows]).toEqual([{ status: "accepted" }]);
});

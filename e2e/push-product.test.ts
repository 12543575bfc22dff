import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { roles } from "@/lib/contract/roles";
import { type Message, type NotifyLevel, notifyLevels, type Role, type Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { type PushBrowser, PushService } from "./setup/push-service";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

Object.assign(process.env, { PUSH_PRIVATE: "allow" });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { watchNews } = await import("@/lib/domain/notifications/watch-news");

/** Somebody of every setting: what they chose for the room, their hour, whether they are at another device, their role. */
type Case = { notify: NotifyLevel; muted: boolean; quiet: boolean; present: boolean; role: Role };
const either = [false, true];
const cases = notifyLevels.flatMap((notify) =>
  either.flatMap((muted) =>
    either.flatMap((quiet) =>
      either.flatMap((present) => roles.map((role): Case => ({ notify, muted, quiet, present, role }))),
    ),
  ),
);
const nameOf = (one: Case) =>
  [one.notify, one.muted && "muted", one.quiet && "quiet", one.present && "present", one.role]
    .filter(Boolean)
    .join("_");

const said = ["plain", "named", "urgent"] as const;
type Outcome = "now" | "waits" | "later" | "never";

/** What shall come of it, as the rule has it in words: the room's setting, then the hour, then where they are. */
function expected({ notify, muted, quiet, present }: Case, what: (typeof said)[number]): Outcome {
  if (muted || notify === "none") return "never";
  if (what === "urgent") return "now";
  if (notify === "mentions" && what === "plain") return "never";
  if (quiet) return "later";
  return present ? "waits" : "now";
}

let server: TestServer;
let service: PushService;
let ada: Person;
let room: string;
const browsers = new Map<string, PushBrowser>();
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startTestServer();
  let publicKey = "";
  service = await PushService.start(() => publicKey);
  ends.push(
    () => server.stop(),
    () => service.stop(),
  );
  ({ ada } = await cast(server.url, { ada: "staff" }));
  publicKey = ((await ada.rest.get("/api/push/")).body as { public_key: string }).public_key;
  const made = await ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "House", participant_ids: [] });
  room = (made.body as Room).id;
  const people = cases.map((one) => {
    const browser = service.browser();
    browsers.set(nameOf(one), browser);
    const { endpoint, keys } = browser.toJSON();
    return { ...one, name: nameOf(one), endpoint, ...keys };
  });
  await database().db.execute(sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(people)}::text::jsonb) as x (name text, notify notify_level,
        muted boolean, quiet boolean, present boolean, role role, endpoint text, p256dh text, auth text)),
      person as (insert into users (username, role, quiet_hours, last_active_at)
        select name, role, case when quiet then '{"days":[0,1,2,3,4,5,6],"start":"00:00","end":"00:00"}'::jsonb end,
          case when present then clock_timestamp() + interval '1 hour' end from given returning id, username),
      seat as (insert into participants (room_id, user_id, notify, is_muted)
        select ${room}::uuid, p.id, g.notify, g.muted from person p join given g on g.name = p.username),
      session as (insert into sessions (user_id, kind, expires_at)
        select id, 'browser', now() + interval '1 day' from person returning id, user_id)
    insert into push_devices (user_id, session_id, kind, address, p256dh, auth, platform)
      select s.user_id, s.id, 'web', g.endpoint, g.p256dh, g.auth, 'web'
      from session s join person p on p.id = s.user_id join given g on g.name = p.username`);
  const [jobs, watching] = [await startJobs(url), watchNews()];
  ends.push(
    () => jobs.stop(),
    () => watching(),
  );
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

it("reaches everybody by their setting × mute × hours × presence × role, whatever is said, and each device once", async () => {
  const send = async (content: string) =>
    (await ada.rest.post("/api/chat/messages/", { room, content })).body as Message;
  await send("plain");
  await send(`named ${cases.map((one) => `@${nameOf(one)}`).join(" ")}`);
  const urgent = await send("urgent");
  const decided = () =>
    vi.waitFor(async () => {
      const [left] = await database().db.execute<{ n: number }>(sql`select
        (select count(*) from push_deliveries where status in ('queued', 'sent') and due_at <= clock_timestamp())::int
        + (select count(*) from graphile_worker.jobs where run_at <= now())::int
        + (select count(*) from rooms r left join room_notified n on n.room_id = r.id
            where coalesce(n.seq, 0) < r.last_seq)::int as n`);
      expect(left?.n).toBe(0);
    }, 30_000);
  await decided();
  await ada.rest.post(`/api/chat/messages/${urgent.id}/urgent/`, { reason: "Water in the cellar" });
  await decided();

  // By what was decided: half a minute may be over before this test has looked.
  const waiting = await database().db.execute<{ username: string; word: string }>(sql`
    select u.username, split_part(m.content, ' ', 1) as word
    from push_deliveries d join users u on u.id = d.user_id join messages m on m.id = d.message_id
    where m.id <> ${urgent.id} and d.due_at - d.created_at > interval '29 seconds'`);
  const digests = await database().db.execute<{ username: string }>(sql`
    select u.username from graphile_worker.jobs j join users u on j.key = 'digest ' || u.id`);
  const later = new Set(digests.map(({ username }) => username));
  const wrong = cases.flatMap((one) => {
    const name = nameOf(one);
    const got = browsers.get(name)?.firstWords ?? [];
    const waits = waiting.filter(({ username }) => username === name).map(({ word }) => word);
    const shall = (outcome: Outcome) => said.filter((what) => expected(one, what) === outcome).toSorted();
    const seen = { now: got.filter((word) => !waits.includes(word)), waits: waits.toSorted(), later: later.has(name) };
    const right = { now: shall("now"), waits: shall("waits"), later: shall("later").length > 0 };
    return JSON.stringify(seen) === JSON.stringify(right) ? [] : [{ name, seen, right }];
  });
  expect(wrong).toEqual([]);
  expect(cases).toHaveLength(96);
  expect(service.faults).toEqual([]);
});

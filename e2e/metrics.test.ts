import { afterAll, beforeAll, expect, it } from "vitest";
import type { Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

const token = "a-token-that-only-the-scraper-knows";
process.env.METRICS_TOKEN = token;
await useTestDatabase();
const { database } = await import("@/db/database");
const { addJob } = await import("@/db/queries/jobs");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { config } = await import("@/lib/config/config");

let server: TestServer;
let people: Record<"ada" | "ben", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
});
afterAll(() => server.stop());

const ask = (authorization = `Bearer ${token}`) => fetch(`${server.url}/metrics`, { headers: { authorization } });

/** What a scraper reads: each series with its value. */
async function scrape(): Promise<Map<string, number>> {
  const answer = await ask();
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/plain; version=0.0.4"),
  ]);
  const lines = (await answer.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

it("gives its numbers to whoever has the token, and is not there where none is set", async () => {
  for (const wrong of ["", "Bearer", "Bearer wrong", `Basic ${token}`]) {
    const answer = await ask(wrong);
    expect([answer.status, answer.headers.get("www-authenticate")], wrong).toEqual([401, "Bearer"]);
    expect(await answer.json()).toMatchObject({ code: "unauthorized" });
  }
  expect((await ask()).status).toBe(200);
  const settings = config();
  delete (settings as { METRICS_TOKEN?: string }).METRICS_TOKEN;
  expect((await ask()).status).toBe(404);
  settings.METRICS_TOKEN = token;
});

it("counts sends, batches, requests, sockets and jobs, and names nobody", async () => {
  const { ada, ben } = people;
  const jobs = await startJobs(process.env.DATABASE_URL ?? "");
  await jobs.stop();
  const before = await scrape();
  const listeners = await Promise.all([ada, ben].map((person) => SocketListener.connect(server.url, person.access)));
  const made = await ada.rest.post("/api/chat/rooms/", { participant_ids: [ben.id] });
  const { id: room } = made.body as Room;
  const send = { room, content: "A secret word", client_id: crypto.randomUUID() };
  expect([
    (await ada.rest.post("/api/chat/messages/", send)).status,
    (await ada.rest.post("/api/chat/messages/", send)).status,
    (await ben.rest.post("/api/chat/messages/", { room, content: "Another" })).status,
  ]).toEqual([201, 200, 201]);
  await ada.rest.get("/api/nothing/");
  await addJob(database().db, "sweep-files", {});

  const after = await scrape();
  const more = (series: string) => (after.get(series) ?? 0) - (before.get(series) ?? 0);
  expect({
    written: more('aristay_sends_total{outcome="ok"}'),
    again: more('aristay_sends_total{outcome="earlier"}'),
    batches: more("aristay_send_batch_size_count"),
    commits: more("aristay_send_commit_seconds_count"),
    made: more('aristay_http_requests_total{kind="api",status="201"}'),
    unknown: more('aristay_http_requests_total{kind="api",status="404"}'),
    sockets: more('aristay_sockets{protocol="socket.io"}'),
    people: more("aristay_people_connected"),
    jobs: more('aristay_jobs{state="waiting"}'),
  }).toEqual({ written: 2, again: 1, batches: 3, commits: 3, made: 3, unknown: 1, sockets: 2, people: 2, jobs: 1 });
  expect(after.get("aristay_database_up")).toBe(1);
  expect([...after.keys()]).toContain("nodejs_eventloop_lag_p99_seconds");
  const said = await (await ask()).text();
  for (const word of ["ada", "ben", "example.com", room, "secret", String(token)]) expect(said).not.toContain(word);
  for (const listener of listeners) listener.close();
});

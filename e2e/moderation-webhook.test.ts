import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/database";
import type { Report } from "@/lib/contract/reports";
import type { Message, Room } from "@/lib/contract/shapes";
import { startJobs } from "@/lib/jobs/start-jobs";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

process.env.DATA_DIR = await temporaryFolder();

/** A service of its own kind: it checks who asks, and answers by what the text says. */
const key = Buffer.alloc(32, 7);
type Asked = { headers: IncomingHttpHeaders; body: string; question: { id: string; text: string } };
const asked: Asked[] = [];
let release: (() => unknown) | undefined;
const service: Server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString("utf8")));
  request.on("end", () => {
    const question = JSON.parse(body) as Asked["question"];
    const earlier = asked.some((one) => one.question.id === question.id);
    asked.push({ headers: request.headers, body, question });
    const answer = (status: number, said: object) => response.writeHead(status).end(JSON.stringify(said));
    if (question.text.includes("slow")) release = () => response.headersSent || answer(200, { action: "allow" });
    else if (question.text.includes("twice") && !earlier) answer(500, {});
    else if (question.text.includes("hide")) answer(200, { action: "hide", reason: "Not nice" });
    else if (question.text.includes("flag") || earlier) answer(200, { action: "flag" });
    else answer(200, { action: "allow" });
  });
});
await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
Object.assign(process.env, {
  MODERATION_WEBHOOK_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}/judge`,
  MODERATION_WEBHOOK_SECRET: `whsec_${key.toString("base64")}`,
});
const url = await useTestDatabase();

let server: TestServer;
let jobs: { stop(): Promise<void> };
let people: Record<"ada" | "ben" | "mo" | "boss", Person>;
let ben: SocketListener;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  jobs = await startJobs(url);
  people = await cast(server.url, { ada: "staff", ben: "staff", mo: "manager", boss: "superuser" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as Room).id;
  ben = await SocketListener.connect(server.url, people.ben.access);
});
afterAll(async () => {
  release?.();
  ben.close();
  await jobs.stop();
  await server.stop();
  service.close();
});

const send = async (content: string) =>
  (await people.ada.rest.post("/api/chat/messages/", { room, content })).body as Message;
const questionsOf = (id: string) => asked.filter(({ question }) => question.id === id);
const reportOf = async (id: string) =>
  ((await people.mo.rest.get("/api/admin/reports/?page_size=100")).body as { results: Report[] }).results.find(
    ({ message }) => message?.id === id,
  );

it("asks about a message and says who asks, and does nothing about what is allowed", async () => {
  const fine = await send("Good morning");
  await vi.waitFor(() => expect(questionsOf(fine.id)).toHaveLength(1), 10_000);
  const [{ headers, body }] = questionsOf(fine.id) as [Asked];
  expect(JSON.parse(body)).toEqual({
    id: fine.id,
    room_type: "direct",
    text: "Good morning",
    sender_id: people.ada.id,
    at: fine.created_at,
  });
  const [id, timestamp] = [headers["webhook-id"], headers["webhook-timestamp"]].map(String);
  const signed = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${signed}`);
  expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(300);
  expect(await reportOf(fine.id)).toBeUndefined();
});

it("puts what is flagged before the moderators, by nobody", async () => {
  const bad = await send("Please flag this");
  await vi.waitFor(async () => expect(await reportOf(bad.id)).toBeDefined(), 10_000);
  expect(await reportOf(bad.id)).toMatchObject({
    source: "automatic",
    person: { username: "ada" },
    message: { state: "visible" },
    reports: [{ reporter: null, reason: "automatic", note: "" }],
    decisions: [],
  });
});

it("hides what is to be hidden, for everybody, and leaves it to people to show it again", async () => {
  const bad = await send("Please hide this");
  const event = await ben.events.find((e) => e.type === "message.updated" && e.data.id === bad.id, "the hiding");
  expect(event.data).toMatchObject({ content: "[Hidden by a moderator]" });
  const report = await reportOf(bad.id);
  expect(report).toMatchObject({
    status: "open",
    message: { state: "hidden", content: "Please hide this" },
    decisions: [{ actor: null, action: "hide", note: "Not nice" }],
  });
  const audit = (await people.boss.rest.get(`/api/admin/audit/?target_id=${bad.id}`)).body as {
    results: { action: string; actor: unknown }[];
  };
  expect(audit.results.map(({ action }) => action)).toEqual(["message.hidden"]);
  const shown = await people.mo.rest.post(`/api/admin/reports/${report?.id}/decisions/`, { action: "unhide" });
  expect(shown.body).toMatchObject({ message: { state: "visible" } });
});

it("asks about an edit too, and again after a failure", async () => {
  const fine = await send("Good night");
  await vi.waitFor(() => expect(questionsOf(fine.id)).toHaveLength(1), 10_000);
  await people.ada.rest.patch(`/api/chat/messages/${fine.id}/`, { content: "Now flag me" });
  await vi.waitFor(async () => expect(await reportOf(fine.id)).toBeDefined(), 10_000);
  const failed = await send("Ask me twice");
  await vi.waitFor(() => expect(questionsOf(failed.id)).toHaveLength(1), 10_000);
  // The pause before the next try is over at once.
  await vi.waitFor(async () => {
    await database().db.execute(sql`update graphile_worker._private_jobs set run_at = now() where attempts > 0`);
    expect(await reportOf(failed.id)).toBeDefined();
  }, 15_000);
  const ids = questionsOf(failed.id).map(({ headers }) => headers["webhook-id"]);
  expect(ids).toEqual([ids[0], ids[0]]);
});

it("delays nobody while the service does not answer", async () => {
  const slow = await send("A slow one");
  await vi.waitFor(() => expect(questionsOf(slow.id)).toHaveLength(1), 10_000);
  const next = await send("Right behind it");
  await ben.events.find((e) => e.type === "message.created" && e.data.id === next.id, "the next message");
  release?.();
  await vi.waitFor(() => expect(questionsOf(next.id)).toHaveLength(1), 10_000);
});

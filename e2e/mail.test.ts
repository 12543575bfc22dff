import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Message, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

/** A mail server of the real protocol: it keeps what it takes, and refuses for now when it is told to. */
const got: string[] = [];
let busy = false;
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      if (busy) return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
      got.push(
        Buffer.concat(parts)
          .toString("utf8")
          .replace(/=\r\n/g, "")
          .replaceAll("=3D", "=")
          .replace(/\r\n[ \t]/g, " "),
      );
      done();
    });
  },
});
await new Promise<void>((resolve) => post.listen(0, "127.0.0.1", resolve));
const { port } = post.server.address() as AddressInfo;
Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "chat@aristay.example" });
const url = await useTestDatabase();
const { database } = await import("@/db/database");
const { startJobs } = await import("@/lib/jobs/start-jobs");
const { mailDigests } = await import("@/lib/domain/notifications/mail-digests");
const { mailDigest } = await import("@/lib/domain/notifications/mail-digest");
const { selectMailDue } = await import("@/db/queries/mail-digests");

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;
const ends: (() => unknown)[] = [() => new Promise<void>((resolve) => post.close(resolve))];

beforeAll(async () => {
  server = await startTestServer();
  ends.push(() => server.stop());
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
  const participant_ids = [people.ben.id, people.cleo.id];
  const made = await people.ada.rest.post("/api/chat/rooms/", { room_type: "group", name: "Roof", participant_ids });
  room = (made.body as Room).id;
  await database().db.execute(sql`update users set created_at = created_at - interval '1 day'`);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** Said so many minutes ago. */
async function said(content: string, minutes: number): Promise<Message> {
  const answer = await people.ada.rest.post("/api/chat/messages/", { room, content });
  const message = answer.body as Message;
  await database().db.execute(sql`update messages set created_at = created_at - ${minutes} * interval '1 minute'
    where id = ${message.id}`);
  return message;
}
const due = () => selectMailDue(database().db, 100);
const to = (person: Person) => got.filter((mail) => mail.includes(`To: ${person.username}@example.com`));

it("tells of mentions that stayed unread for as long as chosen, once, in the words of their reader", async () => {
  const { ben, cleo } = people;
  expect((await ben.rest.patch("/api/users/me/", { mail_after: 15 })).status).toBe(200);
  await cleo.rest.patch("/api/users/me/", { locale: "es" });
  const first = await said("The ladder is gone, @ben and @cleo", 20);
  await said("Nothing for anybody", 70);
  expect(await due()).toEqual([ben.id]);
  await said("Have you seen it, @cleo?", 61);
  expect(await due()).toEqual([ben.id, cleo.id]);

  const jobs = await startJobs(url);
  ends.push(() => jobs.stop());
  await mailDigests();
  await vi.waitFor(() => expect([to(ben).length, to(cleo).length]).toEqual([1, 1]), 30_000);
  const [mail = ""] = to(ben);
  expect(mail).toContain("Subject: 1 unread mention in AriStay chat");
  expect(mail).toContain("From: chat@aristay.example");
  expect(mail).toContain("The ladder is gone, @ben and @cleo");
  expect(mail).toContain(`/chat/${room}?message=${first.id}`);
  expect(to(cleo)[0]).toContain("Subject: 2 menciones sin leer en el chat de AriStay");
  expect(await due()).toEqual([]);
  await mailDigest(ben.id);
  expect(to(ben)).toHaveLength(1);
});

it("is tried again when the mail server refuses, and forgets nobody", async () => {
  const { ben } = people;
  await database().db.execute(sql`update users set mailed_until = mailed_until - interval '1 hour'`);
  await said("And the hammer, @ben?", 20);
  busy = true;
  await expect(mailDigest(ben.id)).rejects.toThrow("Try again later");
  expect(await due()).toContain(ben.id);
  busy = false;
  await mailDigest(ben.id);
  expect(to(ben)).toHaveLength(2);
  expect(await due()).not.toContain(ben.id);
});

it("tells nothing of what was read, deleted or muted, nor to who is out", async () => {
  const { ben, ada } = people;
  const back = () => database().db.execute(sql`update users set mailed_until = null where id = ${ben.id}`);
  await ben.rest.post(`/api/chat/rooms/${room}/mark_read/`);
  await back();
  expect(await due()).not.toContain(ben.id);
  const message = await said("One more, @ben", 20);
  expect(await due()).toContain(ben.id);
  await ada.rest.call("DELETE", `/api/chat/messages/${message.id}/`);
  expect(await due()).not.toContain(ben.id);
  await said("The last, @ben", 20);
  await database().db.execute(sql`update participants set is_muted = true where user_id = ${ben.id}`);
  expect(await due()).not.toContain(ben.id);
  await database().db.execute(sql`update participants set is_muted = false where user_id = ${ben.id}`);
  await database().db.execute(sql`update users set is_active = false where id = ${ben.id}`);
  expect(await due()).not.toContain(ben.id);
  await database().db.execute(sql`update users set is_active = true where id = ${ben.id}`);
});

it("lists nothing of rooms that are muted, or set to tell nothing", async () => {
  const { ada, ben } = people;
  const made = async (name: string) => {
    const body = { room_type: "group", name, participant_ids: [ben.id] };
    return ((await ada.rest.post("/api/chat/rooms/", body)).body as Room).id;
  };
  const rooms = [await made("Muted"), await made("Silent"), await made("Open")] as const;
  await database().db.execute(
    sql`update participants set is_muted = true where user_id = ${ben.id} and room_id = ${rooms[0]}`,
  );
  await database().db.execute(
    sql`update participants set notify = 'none' where user_id = ${ben.id} and room_id = ${rooms[1]}`,
  );
  for (const [index, id] of rooms.entries()) {
    const answer = await ada.rest.post("/api/chat/messages/", { room: id, content: `Number ${index}, @ben` });
    await database().db.execute(sql`update messages set created_at = created_at - interval '20 minutes'
      where id = ${(answer.body as Message).id}`);
  }
  await database().db.execute(
    sql`update users set mailed_until = mailed_until - interval '1 hour' where id = ${ben.id}`,
  );
  expect(await due()).toContain(ben.id);
  await mailDigest(ben.id);
  const mail = to(ben).at(-1) ?? "";
  expect([0, 1, 2].filter((index) => mail.includes(`Number ${index}, `))).toEqual([2]);
  await database().db.execute(sql`update users set mailed_until = null where id = ${ben.id}`);
});

it("ends by one request of a mail program, and only with a link that was made here", async () => {
  const [, link = ""] = /List-Unsubscribe: <([^>]+)>/.exec(to(people.ben)[0] ?? "") ?? [];
  expect(to(people.ben)[0]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  const { pathname, search } = new URL(link);
  const stop = (query: string) =>
    fetch(`${server.url}${pathname}${query}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
  const foreign = search.replace(`token=${people.ben.id}.`, `token=${people.cleo.id}.`);
  expect([(await stop(foreign)).status, (await stop("?token=x")).status]).toEqual([404, 404]);
  expect(await due()).toContain(people.ben.id);
  for (const _ of [1, 2]) expect((await stop(search)).status).toBe(200);
  expect((await people.ben.rest.get("/api/users/me/")).body).toMatchObject({ mail_after: null });
  expect((await people.cleo.rest.get("/api/users/me/")).body).toMatchObject({ mail_after: 60 });
  expect(await due()).not.toContain(people.ben.id);
});

import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import { catchUp } from "@/lib/client/catch-up";
import { keys } from "@/lib/client/keys";
import { makeQueryClient } from "@/lib/client/queries";
import type { Timeline } from "@/lib/client/timeline";
import type { RoomEvent } from "@/lib/contract/events";
import type { FiledReport } from "@/lib/contract/reports";
import type { Message, Room } from "@/lib/contract/shapes";
import { forgetOldMessages } from "@/lib/domain/messages/forget-old-messages";
import { indexMessages } from "@/lib/domain/messages/index-messages";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { getFile, postForm } from "./setup/upload";

const folder = (process.env.DATA_DIR = await temporaryFolder());
await useTestDatabase();

const messages = "/api/chat/messages/";
const word = "Pelican";

type Synced = { events: RoomEvent[]; cursor: string; has_more: boolean; reset: boolean; kept_from?: string };

let server: TestServer;
let people: Record<"ada" | "ben" | "mo" | "boss", Person>;
beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", mo: "manager", boss: "superuser" });
});
afterAll(() => server.stop());

const group = async (name: string): Promise<string> => {
  const body = { room_type: "group", name, participant_ids: [people.ben.id] };
  return ((await people.ada.rest.post("/api/chat/rooms/", body)).body as Room).id;
};
const send = async (by: Person, room: string, content: string, more: object = {}): Promise<Message> => {
  const sent = await by.rest.post(messages, { room, content, client_id: randomUUID(), ...more });
  expect(sent.status).toBe(201);
  return sent.body as Message;
};
const keepFor = async (message_days: number | null) =>
  expect((await people.boss.rest.patch("/api/admin/settings/", { message_days })).status).toBe(200);
/** As if everything that was said in the room so far had been said so many days ago. */
const age = (room: string, days: number) =>
  database().db.execute(sql`update messages set created_at = created_at - make_interval(days => ${days}::int)
    where room_id = ${room}`);
const list = async (by: Person, query: string) => {
  const { status, body } = await by.rest.get(`${messages}?${query}`);
  return { status, ...(body as { count?: number; results?: Message[]; has_more?: boolean }) };
};
const said = async (by: Person, query: string) => (await list(by, query)).results?.map(({ content }) => content);
const statusOf = async (by: Person, { id }: Message) => (await by.rest.get(`${messages}${id}/`)).status;
const filesHere = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
/** In how many rows of which tables the word still stands, except where it is meant to. */
const traces = async () => {
  const rows = await database().db.execute<{ place: string }>(sql`
    select 'messages' as place from messages where content like ${`%${word}%`}
    union all select 'versions' from message_versions where content like ${`%${word}%`}
    union all select 'search' from message_search where text like ${`%${word.toLowerCase()}%`}
    union all select 'hidden' from hidden_messages where content like ${`%${word}%`}
    union all select 'urgent' from urgent_messages where reason like ${`%${word}%`}
    union all select 'files' from attachments where name like ${`%${word}%`}
    union all select 'held' from held_texts where content like ${`%${word}%`}`);
  return rows.map(({ place }) => place);
};

describe("What is older than the house keeps it", () => {
  let room: string;
  let old: Record<
    "plain" | "edited" | "file" | "root" | "reply" | "pinned" | "reported" | "deadRoot" | "deadReply",
    Message
  >;
  let fresh: Record<"reply" | "quote" | "plain", Message>;
  let report: string;
  let cursor: string;
  let files: number;
  const clientId = randomUUID();

  beforeAll(async () => {
    room = await group("The old house");
    const { ada, ben } = people;
    files = await filesHere();
    const plain = await send(ada, room, `${word} plain`, { client_id: clientId });
    const edited = await send(ben, room, `${word} before`);
    expect((await ben.rest.patch(`${messages}${edited.id}/`, { content: `${word} after` })).status).toBe(200);
    expect((await ada.rest.post(`${messages}${edited.id}/reactions/`, { emoji: "👍" })).status).toBe(200);
    const attachment = { bytes: `${word} in a file`, name: `${word}.txt` };
    const file = (await postForm(ada, messages, { room, content: "" }, { attachment })).body as Message;
    const root = await send(ada, room, "A thread that goes on");
    const reply = await send(ben, room, `${word} in the thread`, { thread_root: root.id });
    const pinned = await send(ada, room, "The code of the door");
    expect((await ada.rest.post(`${messages}${pinned.id}/pin/`)).status).toBe(200);
    const reported = await send(ben, room, "Something bad");
    const filed = await ada.rest.post("/api/reports/", { message: reported.id, reason: "harassment" });
    report = (filed.body as FiledReport).id;
    const deadRoot = await send(ada, room, `${word} thread that ended`);
    const deadReply = await send(ben, room, `${word} last word`, { thread_root: deadRoot.id });
    await ben.rest.post(`/api/chat/rooms/${room}/mark_read/`);
    await age(room, 40);
    old = { plain, edited, file, root, reply, pinned, reported, deadRoot, deadReply };
    fresh = {
      reply: await send(ada, room, "Still going on", { thread_root: root.id }),
      quote: await send(ada, room, "About that", { reply_to: plain.id }),
      plain: await send(ada, room, "And now"),
    };
    await indexMessages();
    cursor = ((await ben.rest.get("/api/chat/sync/")).body as { cursor: string }).cursor;
  }, 60_000);

  it("stays for ever where nothing is set, and until it is older than what is set", async () => {
    expect(await forgetOldMessages()).toBe(0);
    await keepFor(41);
    expect(await forgetOldMessages()).toBe(0);
    expect((await list(people.ben, `room=${room}&limit=50`)).results).toHaveLength(12);
  });

  it("is gone from the room for everybody, and what is newer stays in its order", async () => {
    await keepFor(30);
    // Two nodes at once: what one removes the other does not remove again.
    const removed = await Promise.all([forgetOldMessages(), forgetOldMessages()]);
    expect(removed[0] + removed[1]).toBe(6);
    const left = ["Still going on", "About that", "And now"];
    for (const by of [people.ada, people.ben]) {
      expect(await said(by, `room=${room}&limit=50&ordering=created_at`)).toEqual(left);
      expect(await said(by, `room=${room}&limit=50&ordering=created_at&include_deleted=true`)).toEqual(left);
      expect(await said(by, "limit=50&ordering=created_at")).toEqual(left);
      for (const gone of [old.plain, old.edited, old.file, old.reply, old.deadRoot, old.deadReply]) {
        expect(await statusOf(by, gone), gone.content).toBe(404);
      }
    }
  });

  it("leaves no word and no file anywhere", async () => {
    expect(await traces()).toEqual([]);
    expect(await filesHere()).toBe(files);
    const url = old.file.attachments[0]?.url ?? "";
    expect((await getFile(server.url, url, { authorization: `Bearer ${people.ada.access}` })).status).toBe(404);
    await indexMessages();
    expect((await list(people.ben, "limit=1")).status).toBe(200);
    const found = await people.ben.rest.get(`${messages}search/?q=${word}`);
    expect(found.body).toMatchObject({ count: 0 });
    expect((await people.ben.rest.get(`${messages}search/?q=going`)).body).toMatchObject({ count: 1 });
  });

  it("is counted nowhere: pages by number, unread, figures", async () => {
    for (const more of ["", "&include_deleted=true"]) {
      for (const [page, content] of ["And now", "About that", "Still going on"].entries()) {
        const one = await list(people.ben, `room=${room}&page=${page + 1}&page_size=1${more}`);
        expect(one).toMatchObject({ count: 3, results: [{ content }] });
      }
      expect((await list(people.ben, `room=${room}&page=4&page_size=1${more}`)).status).toBe(404);
      const first = await list(people.ben, `room=${room}&page=1&page_size=2&ordering=created_at${more}`);
      expect(first.results?.map(({ content }) => content)).toEqual(["Still going on", "About that"]);
    }
    const stats = await people.ben.rest.get(`/api/chat/rooms/${room}/stats/`);
    expect(stats.body).toMatchObject({ message_count: 3, unread_count: 3 });
    const rooms = await people.ben.rest.get("/api/chat/rooms/?unread=true");
    expect(rooms.body).toMatchObject({ results: [{ id: room, unread_count: 3, last_message_preview: "And now" }] });
  });

  it("leads nowhere: not around it, not before it; what quotes it says so", async () => {
    expect((await list(people.ben, `room=${room}&around=${old.plain.id}&limit=10`)).status).toBe(400);
    for (const { id } of [old.plain, fresh.reply]) {
      const before = await list(people.ben, `room=${room}&before=${id}&limit=10`);
      expect(before).toMatchObject({ status: 200, results: [], has_more: false });
    }
    const after = await said(people.ben, `room=${room}&after=${old.plain.id}&limit=10&ordering=created_at`);
    expect(after).toEqual(["Still going on", "About that", "And now"]);
    const quote = (await people.ben.rest.get(`${messages}${fresh.quote.id}/`)).body as Message;
    expect(quote.reply_to).toMatchObject({ id: old.plain.id, content: "[Message deleted]" });
    const answer = await people.ben.rest.post(messages, { room, content: "Late", reply_to: old.plain.id });
    expect(answer.status).toBe(400);
  });

  it("is sent once all the same: a retry of months later is answered as ever, and writes nothing", async () => {
    const again = { room, content: `${word} plain`, client_id: clientId };
    expect(await people.ada.rest.post(messages, again)).toMatchObject({
      status: 200,
      body: { id: old.plain.id, is_deleted: true, content: "[Message deleted]" },
    });
    expect(await people.ada.rest.post(messages, { ...again, content: "Other" })).toMatchObject({ status: 409 });
    expect(await traces()).toEqual([]);
  });

  it("leaves no gap to whoever catches up or listens, and tells devices from when on messages are kept", async () => {
    const listener = await SocketListener.connect(server.url, people.ben.access);
    const next = await send(people.ada, room, "One more");
    const heard = await listener.events.find((event) => event.data.id === next.id, "the next message");
    const synced = (await people.ben.rest.get(`/api/chat/sync/?cursor=${cursor}`)).body as Synced;
    const seqs = synced.events.flatMap((event) => ("seq" in event && event.room === room ? [event.seq] : []));
    expect(seqs.at(-1)).toBe(heard.seq);
    expect(seqs).toEqual(Array.from(seqs, (_, index) => (seqs[0] ?? 0) + index));
    expect(seqs[0]).toBeLessThanOrEqual(fresh.plain.seq + 1);
    const days = (Date.now() - Date.parse(synced.kept_from ?? "")) / 86_400_000;
    expect(days).toBeGreaterThan(29.99);
    expect(days).toBeLessThan(30.01);
    listener.close();
    expect((await people.ada.rest.delete(`${messages}${next.id}/`)).status).toBe(204);
  });

  it("goes from a device when that catches up, and from its copy with it", async () => {
    const client = makeQueryClient();
    client.setQueryData<Timeline>(keys.timeline(room), {
      messages: [old.plain, { ...old.pinned, pinned_at: old.pinned.created_at }, fresh.plain].map((held) =>
        held === fresh.plain ? held : { ...held, created_at: "2020-01-01T00:00:00.000000Z" },
      ),
      hasOlder: false,
      hasNewer: false,
    });
    const sync = async () => ({
      ok: true as const,
      ...((await people.ben.rest.get(`/api/chat/sync/?cursor=${cursor}`)).body as Synced),
    });
    const kept = { get: () => cursor, set: () => undefined };
    await catchUp(client, { cursor: kept, sync, connected: () => true, reload: () => undefined });
    const shown = client.getQueryData<Timeline>(keys.timeline(room))?.messages.map(({ id }) => id);
    expect(shown).not.toContain(old.plain.id);
    expect(shown).toEqual(expect.arrayContaining([old.pinned.id, fresh.plain.id]));
  });

  it("stays where it is the first message of a thread that goes on, until the last reply has gone", async () => {
    const root = (await people.ben.rest.get(`${messages}${old.root.id}/`)).body as Message;
    expect(root).toMatchObject({ content: "A thread that goes on", reply_count: 1 });
    expect(await said(people.ben, `room=${room}&thread_root=${old.root.id}&limit=50`)).toEqual(["Still going on"]);
    expect(await list(people.ben, `room=${room}&thread_root=${old.root.id}`)).toMatchObject({ count: 1 });
    expect(
      (await list(people.ben, `room=${room}&around=${old.root.id}&limit=10&ordering=created_at`)).results?.[0]?.id,
    ).toBe(old.root.id);
    await people.ada.rest.delete(`${messages}${fresh.reply.id}/`);
    expect(await forgetOldMessages()).toBe(1);
    expect(await statusOf(people.ben, old.root)).toBe(404);
  });

  it("stays pinned, until it is pinned no longer", async () => {
    expect(await said(people.ben, `room=${room}&pinned=true&limit=50`)).toEqual(["The code of the door"]);
    expect((await people.ben.rest.post(`${messages}${old.pinned.id}/unpin/`)).status).toBe(200);
    expect(await forgetOldMessages()).toBe(1);
    expect(await statusOf(people.ben, old.pinned)).toBe(404);
    expect(await list(people.ben, `room=${room}&pinned=true`)).toMatchObject({ count: 0, results: [] });
  });

  it("stays before the moderators until they have decided; the report keeps what it said", async () => {
    expect(await statusOf(people.ben, old.reported)).toBe(200);
    const decide = { action: "dismiss", note: "Fine" };
    const decided = await people.mo.rest.post(`/api/admin/reports/${report}/decisions/`, decide);
    expect(decided.status).toBe(200);
    expect(await forgetOldMessages()).toBe(1);
    expect(await statusOf(people.ben, old.reported)).toBe(404);
    const kept = await people.mo.rest.get(`/api/admin/reports/${report}/`);
    expect(kept.body).toMatchObject({ message: { id: old.reported.id, content: "Something bad" } });
    expect(await forgetOldMessages()).toBe(0);
    expect((await people.ben.rest.get(`/api/chat/rooms/${room}/stats/`)).body).toMatchObject({ message_count: 2 });
    // Beside what was deleted by hand too, each page has the message of its number.
    for (const [page, content] of ["About that", "And now"].entries()) {
      const one = await list(people.ben, `room=${room}&page=${page + 1}&page_size=1&ordering=created_at`);
      expect(one).toMatchObject({ count: 2, results: [{ content }] });
    }
  });

  it("says nothing in the list of rooms, where nothing newer was said, and that is heard", async () => {
    const quiet = await group("The quiet house");
    for (let n = 0; n < 250; n++) await send(people.ada, quiet, `${word} ${n}`);
    await age(quiet, 31);
    const listener = await SocketListener.connect(server.url, people.ben.access);
    expect(await forgetOldMessages()).toBe(250);
    const told = await listener.events.find(
      (event) => event.type === "room.updated" && event.room === quiet,
      "the room",
    );
    expect(told.data).toMatchObject({
      last_message_preview: "No messages yet",
      last_message_time: null,
      unread_count: 0,
    });
    listener.close();
    expect(await list(people.ben, `room=${quiet}&page=1`)).toMatchObject({ count: 0, results: [] });
    const next = await send(people.ben, quiet, "Anybody?");
    expect(await list(people.ada, `room=${quiet}&page=1`)).toMatchObject({ count: 1, results: [{ id: next.id }] });
    expect(await traces()).toEqual([]);
    await keepFor(null);
  });
});

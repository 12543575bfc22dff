import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Message, Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** One message. Ada is the room's admin, Ben a participant, Vera one who only reads, Cleo and Mona strangers. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "vera" | "mona", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", vera: "viewer", mona: "manager" });
});
afterAll(() => server.stop());

const url = "/api/chat/messages/";

describe.each(slashForms)("A message, %s", (_, form) => {
  const { as, group, send } = crew(form, () => ({ url: server.url, people }));
  let room: Room;
  beforeAll(async () => {
    room = await group(["ada", "ben", "vera"]);
  });

  it("is sent, trimmed, by those in the room", async () => {
    const sent = await as("ben").post(url, { room: room.id, content: "  Hello @ada and @cleo \n" });
    expect(sent).toMatchObject({
      status: 201,
      body: {
        room: room.id,
        client_id: null,
        sender: { id: people.ben.id, username: "ben", full_name: "Ben Test", email: "ben@example.com" },
        message_type: "text",
        content: "Hello @ada and @cleo",
        attachment: null,
        attachment_name: "",
        attachments: [],
        reply_to: null,
        reply_to_id: null,
        thread_root_id: null,
        reply_count: 0,
        reactions: [],
        mentions: [people.ada.id],
        is_edited: false,
        edited_at: null,
        is_deleted: false,
        deleted_at: null,
        pinned_at: null,
        is_read: true,
        read_count: 0,
        read_by: {},
      },
    });
    const { id, created_at } = sent.body as Message;
    expect(created_at).toMatch(/Z$/);
    expect(id[14]).toBe("7");
    const seen = await as("ada").get(`${url}${id}/`);
    expect(seen.body).toMatchObject({ ...(sent.body as Message), is_read: false });
    const everyone = await send("ada", room.id, "@all please");
    expect(everyone.mentions.toSorted()).toEqual([people.ada.id, people.ben.id, people.vera.id].toSorted());
    expect((await send("ada", room.id, "write to x@ben or @nobody")).mentions).toEqual([]);
  });

  it("is refused where it cannot be sent", async () => {
    const content = "Hello";
    const ben = as("ben");
    for (const empty of ["", "  \n\t ", undefined, 5]) {
      expectRefused(await ben.post(url, { room: room.id, content: empty }), 400, "invalid_input", "content");
    }
    const long = "x".repeat(10_001);
    expectRefused(await ben.post(url, { room: room.id, content: long }), 400, "invalid_input", "content");
    expect((await ben.post(url, { room: room.id, content: long.slice(1) })).status).toBe(201);
    expectRefused(await ben.post(url, { room: room.id, content: "a\0b" }), 400, "invalid_input", "content");
    const system = { room: room.id, content, message_type: "system" };
    expectRefused(await ben.post(url, system), 400, "invalid_input", "message_type");
    expectRefused(await ben.post(url, { room: randomUUID(), content }), 400, "invalid_input", "room");
    expectRefused(await ben.post(url, { content }), 400, "invalid_input", "room");
    for (const stranger of ["cleo", "mona"] as const) {
      expectRefused(await as(stranger).post(url, { room: room.id, content }), 403, "not_participant");
    }
    expectRefused(await as("vera").post(url, { room: room.id, content }), 403, "forbidden");
    const client_id = "not a uuid";
    expectRefused(await ben.post(url, { room: room.id, content, client_id }), 400, "invalid_input", "client_id");
    const unknownFile = { room: room.id, content, attachment_ids: [randomUUID()] };
    expectRefused(await ben.post(url, unknownFile), 400, "invalid_input");
  });

  it("replies within its room alone", async () => {
    const first = await send("ada", room.id, "é".repeat(150));
    const reply = await send("ben", room.id, "Yes", { reply_to: first.id });
    expect(reply).toMatchObject({
      reply_to_id: first.id,
      reply_to: {
        id: first.id,
        sender: { id: people.ada.id, username: "ada" },
        content: "é".repeat(100),
        created_at: first.created_at,
      },
    });
    const other = await group(["ada"]);
    const elsewhere = await send("ada", other.id, "Elsewhere");
    for (const reply_to of [elsewhere.id, randomUUID(), "nonsense"]) {
      const refused = await as("ben").post(url, { room: room.id, content: "No", reply_to });
      expectRefused(refused, 400, "invalid_input", "reply_to");
    }
    expect((await send("ben", room.id, "None", { reply_to: null })).reply_to).toBeNull();
    await as("ada").delete(`${url}${first.id}/`);
    const seen = (await as("ben").get(`${url}${reply.id}/`)).body as Message;
    expect(seen.reply_to?.content).toBe("[Message deleted]");
    const late = { room: room.id, content: "No", reply_to: first.id };
    expectRefused(await as("ben").post(url, late), 400, "invalid_input", "reply_to");
  });

  it("gathers a thread below its root", async () => {
    const root = await send("ada", room.id, "Root");
    const one = await send("ben", room.id, "One", { thread_root: root.id });
    const two = await send("ada", room.id, "Two", { thread_root: root.id, reply_to: one.id });
    expect(one.thread_root_id).toBe(root.id);
    for (const query of [`room=${room.id}&thread_root=${root.id}`, `thread_root=${root.id}`]) {
      const { count, results } = (await as("vera").get(`${url}?${query}`)).body as Page;
      expect([count, results.map((m) => m.id)]).toEqual([2, [one.id, two.id]]);
    }
    expect((await as("ben").get(`${url}${root.id}/`)).body).toMatchObject({ reply_count: 2 });
    await as("ben").delete(`${url}${one.id}/`);
    expect((await as("ben").get(`${url}${root.id}/`)).body).toMatchObject({ reply_count: 1 });
    const nested = { room: room.id, content: "No", thread_root: two.id };
    for (const body of [nested, { ...nested, thread_root: randomUUID() }]) {
      expectRefused(await as("ben").post(url, body), 400, "invalid_input", "thread_root");
    }
  });

  it("happens once for a client_id, for ever", async () => {
    const client_id = randomUUID();
    const body = { room: room.id, content: "Once", client_id };
    const tries = await Promise.all(Array.from({ length: 30 }, () => as("ben").post(url, body)));
    expect(tries.filter((t) => t.status === 201)).toHaveLength(1);
    expect(tries.filter((t) => t.status === 200)).toHaveLength(29);
    const [id] = new Set(tries.map((t) => (t.body as Message).id));
    const again = async () => {
      const answer = await as("ben").post(url, { ...body, content: " Once " });
      expect(answer).toMatchObject({ status: 200, body: { id, client_id } });
      return answer.body as Message;
    };
    expectRefused(await as("ben").post(url, { ...body, content: "Twice" }), 409, "client_id_reused");
    const other = await group(["ben"]);
    expectRefused(await as("ben").post(url, { ...body, room: other.id }), 409, "client_id_reused");
    // Another person's client_id is another one.
    expect((await as("ada").post(url, body)).status).toBe(201);
    await as("ben").patch(`${url}${id}/`, { content: "Edited" });
    expect((await again()).content).toBe("Edited");
    expectRefused(await as("ben").post(url, { ...body, content: "Edited" }), 409, "client_id_reused");
    await as("ben").delete(`${url}${id}/`);
    expect(await again()).toMatchObject({ content: "[Message deleted]", is_deleted: true });
    await as("ada").post(`/api/chat/rooms/${room.id}/archive/`);
    await again();
    await as("ada").post(`/api/chat/rooms/${room.id}/unarchive/`);
  });

  it("knows a client_id as it was written, on every transport", async () => {
    const client_id = randomUUID().toUpperCase();
    const socket = await SocketListener.connect(server.url, people.ben.access);
    const first = await socket.ask("message:send", { room: room.id, content: "In capitals", client_id });
    const { id } = first.message as Message;
    expect(first).toMatchObject({ ok: true, message: { client_id } });
    const again = await as("ben").post(url, { room: room.id, content: "In capitals", client_id });
    expect(again).toMatchObject({ status: 200, body: { id, client_id } });
    socket.close();
  });

  it("takes an Idempotency-Key of any text instead", async () => {
    const body = { room: room.id, content: "Keyed" };
    const key = { "idempotency-key": `send ${form} №1`.replace("№", "no ") };
    const first = await as("ben").post(url, body, key);
    expect(first).toMatchObject({ status: 201, body: { client_id: key["idempotency-key"] } });
    const second = await as("ben").post(url, body, key);
    expect(second).toMatchObject({ status: 200, body: { id: (first.body as Message).id } });
    expectRefused(await as("ben").post(url, { ...body, content: "Other" }, key), 409, "client_id_reused");
    const longest = { "idempotency-key": "k".repeat(127) + (form || "-") };
    expect((await as("ben").post(url, body, longest)).status).toBe(201);
    const tooLong = { "idempotency-key": "k".repeat(129) };
    expectRefused(await as("ben").post(url, body, tooLong), 400, "invalid_input", "client_id");
  });

  it("is seen by those in the room", async () => {
    const { id } = await send("ben", room.id, "Seen");
    for (const name of ["ada", "ben", "vera"] as const) expect((await as(name).get(`${url}${id}/`)).status).toBe(200);
    for (const stranger of ["cleo", "mona"] as const) {
      expectRefused(await as(stranger).get(`${url}${id}/`), 403, "not_participant");
      expectRefused(await as(stranger).post(`${url}${id}/mark_read/`), 403, "not_participant");
      expectRefused(await as(stranger).patch(`${url}${id}/`, { content: "x" }), 403, "not_participant");
      expectRefused(await as(stranger).delete(`${url}${id}/`), 403, "not_participant");
      expectRefused(await as(stranger).post(`${url}${id}/reactions/`, { emoji: "👍" }), 403, "not_participant");
      expectRefused(await as(stranger).post(`${url}${id}/pin/`), 403, "not_participant");
    }
    const unknown = `${url}${randomUUID()}/`;
    expectRefused(await as("ada").get(unknown), 404, "not_found");
    expectRefused(await as("ada").patch(unknown, { content: "x" }), 404, "not_found");
    expectRefused(await as("ada").delete(unknown), 404, "not_found");
    expectRefused(await as("ada").post(`${unknown}mark_read/`), 404, "not_found");
    expectRefused(await as("ada").post(`${unknown}reactions/`, { emoji: "👍" }), 404, "not_found");
    for (const verb of ["pin", "unpin"]) expectRefused(await as("ada").post(`${unknown}${verb}/`), 404, "not_found");
  });

  it("is edited by its sender alone", async () => {
    const { id, created_at } = await send("ben", room.id, "First @ada");
    const edited = await as("ben").patch(`${url}${id}/`, { content: " Second @vera " });
    expect(edited).toMatchObject({
      status: 200,
      body: { content: "Second @vera", is_edited: true, created_at, mentions: [people.vera.id] },
    });
    expect((edited.body as Message).edited_at).not.toBeNull();
    expectRefused(await as("ada").patch(`${url}${id}/`, { content: "Mine" }), 403, "forbidden");
    expectRefused(await as("vera").patch(`${url}${id}/`, { content: "Mine" }), 403, "forbidden");
    for (const content of ["", " ", "a\0", "x".repeat(10_001), undefined]) {
      expectRefused(await as("ben").patch(`${url}${id}/`, { content }), 400, "invalid_input", "content");
    }
    const more = { content: "x", room: room.id };
    expectRefused(await as("ben").patch(`${url}${id}/`, more), 400, "invalid_input", "room");
    await as("ben").delete(`${url}${id}/`);
    expectRefused(await as("ben").patch(`${url}${id}/`, { content: "Back" }), 404, "not_found");
  });

  it("is deleted by its sender or a room admin, and leaves a tombstone", async () => {
    const bens = await send("ben", room.id, "A secret of mine");
    const adas = await send("ada", room.id, "Hers");
    expectRefused(await as("ben").delete(`${url}${adas.id}/`), 403, "forbidden");
    expectRefused(await as("vera").delete(`${url}${bens.id}/`), 403, "forbidden");
    await as("ben").post(`${url}${bens.id}/reactions/`, { emoji: "👍" });
    await as("ben").post(`${url}${bens.id}/pin/`);
    expect((await as("ada").delete(`${url}${bens.id}/`)).status).toBe(204);
    expect((await as("ada").delete(`${url}${adas.id}/`)).status).toBe(204);
    const gone = `${url}${bens.id}/`;
    expectRefused(await as("ben").get(gone), 404, "not_found");
    expectRefused(await as("ben").delete(gone), 404, "not_found");
    expectRefused(await as("ben").post(`${gone}mark_read/`), 404, "not_found");
    expectRefused(await as("ben").post(`${gone}reactions/`, { emoji: "👍" }), 404, "not_found");
    expectRefused(await as("ben").post(`${gone}pin/`), 404, "not_found");
    const list = async (more: string) =>
      ((await as("ben").get(`${url}?room=${room.id}${more}`)).body as Page).results.find((m) => m.id === bens.id);
    expect(await list("")).toBeUndefined();
    expect(await list("&include_deleted=false")).toBeUndefined();
    const tombstone = await list("&include_deleted=true");
    expect(tombstone).toMatchObject({
      content: "[Message deleted]",
      is_deleted: true,
      sender: { username: "ben" },
      reactions: [],
      mentions: [],
      attachments: [],
      pinned_at: null,
    });
    expect(tombstone?.deleted_at).not.toBeNull();
  });
});

type Page = { count: number; next: string | null; previous: string | null; results: Message[] };

import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database, type Db } from "@/db/database";
import { endMembership } from "@/db/queries/room-writes";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Room, RoomListItem } from "@/lib/contract/shapes";

await useTestDatabase();

/** The life of rooms. Ada administers rooms, Ben is in them, Cleo is a stranger, Vera only reads, Mona manages. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "dora" | "vera" | "mona", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, {
    ada: "staff",
    ben: "staff",
    cleo: "staff",
    dora: "staff",
    vera: "viewer",
    mona: "manager",
  });
});
afterAll(() => server.stop());

const url = "/api/chat/rooms/";

/** How many connections wait for what this transaction holds. */
async function waitingFor(tx: Db): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`);
  return row?.n ?? 0;
}

describe.each(slashForms)("The life of a room, %s", (_, form) => {
  const { as, group, send } = crew(form, () => ({ url: server.url, people }));
  const make = (name: string) => group(["ada", "ben", "vera"], name);
  const list = async (name: keyof typeof people, query = "") =>
    ((await as(name).get(`${url}?page_size=100${query}`)).body as { results: RoomListItem[] }).results;

  it("shows a room to those in it", async () => {
    const room = await make("Shown");
    for (const name of ["ada", "ben", "vera"] as const) {
      expect((await as(name).get(`${url}${room.id}/`)).body).toMatchObject({ id: room.id, participant_count: 3 });
    }
    for (const name of ["cleo", "mona"] as const) {
      expectRefused(await as(name).get(`${url}${room.id}/`), 403, "not_participant");
      expectRefused(await as(name).get(`${url}${room.id}/stats/`), 403, "not_participant");
      expectRefused(await as(name).post(`${url}${room.id}/mark_read/`), 403, "not_participant");
      expectRefused(await as(name).post(`${url}${room.id}/leave/`), 403, "not_participant");
    }
    for (const path of ["", "stats/"]) {
      expectRefused(await as("ada").get(`${url}${randomUUID()}/${path}`), 404, "not_found");
    }
    for (const path of ["mark_read/", "leave/", "archive/", "unarchive/"]) {
      expectRefused(await as("ada").post(`${url}${randomUUID()}/${path}`), 404, "not_found");
    }
  });

  it("is changed by room admins alone", async () => {
    const room = await make("Before");
    const changed = await as("ada").patch(`${url}${room.id}/`, { name: "After", description: "All of it" });
    expect(changed).toMatchObject({ status: 200, body: { name: "After", description: "All of it" } });
    expect((await as("ada").patch(`${url}${room.id}/`, {})).body).toMatchObject({ name: "After" });
    expectRefused(await as("ada").patch(`${url}${room.id}/`, { name: "x".repeat(256) }), 400, "invalid_input", "name");
    expectRefused(await as("ada").patch(`${url}${room.id}/`, { room_type: "task" }), 400, "invalid_input", "room_type");
    for (const name of ["ben", "vera"] as const) {
      expectRefused(await as(name).patch(`${url}${room.id}/`, { name: "Mine" }), 403, "forbidden");
      expectRefused(await as(name).delete(`${url}${room.id}/`), 403, "forbidden");
      expectRefused(await as(name).post(`${url}${room.id}/archive/`), 403, "forbidden");
      expectRefused(await as(name).post(`${url}${room.id}/unarchive/`), 403, "forbidden");
    }
    for (const name of ["cleo", "mona"] as const) {
      expectRefused(await as(name).patch(`${url}${room.id}/`, { name: "Mine" }), 403, "not_participant");
      expectRefused(await as(name).delete(`${url}${room.id}/`), 403, "not_participant");
      expectRefused(await as(name).post(`${url}${room.id}/archive/`), 403, "not_participant");
    }
    expectRefused(await as("ada").patch(`${url}${randomUUID()}/`, { name: "x" }), 404, "not_found");
    expectRefused(await as("ada").delete(`${url}${randomUUID()}/`), 404, "not_found");
  });

  it("is archived and brought back; deleting is archiving, and nothing is erased", async () => {
    const room = await make("Kept");
    const message = await send("ben", room.id, "Kept, too");
    const archived = await as("ada").post(`${url}${room.id}/archive/`);
    expect(archived).toMatchObject({
      status: 200,
      body: { is_active: false, archived_at: expect.any(String) as string },
    });
    expect((await as("ada").post(`${url}${room.id}/archive/`)).body).toMatchObject({ is_active: false });
    expect((await as("ben").get(`${url}${room.id}/`)).body).toMatchObject({ is_active: false });
    const back = await as("ada").post(`${url}${room.id}/unarchive/`);
    expect(back).toMatchObject({ status: 200, body: { is_active: true, archived_at: null } });
    expect((await as("ada").delete(`${url}${room.id}/`)).status).toBe(204);
    expect((await as("ada").delete(`${url}${room.id}/`)).status).toBe(204);
    expect((await as("ben").get(`${url}${room.id}/`)).body).toMatchObject({ is_active: false });
    expect((await as("ben").get(`/api/chat/messages/${message.id}/`)).body).toMatchObject({ content: "Kept, too" });
  });

  it("takes no writes while archived, but reading, muting and leaving go on", async () => {
    const room = await make("Closed");
    const message = await send("ben", room.id, "Before it was closed");
    const of = `/api/chat/messages/${message.id}/`;
    await as("ben").post(`${of}reactions/`, { emoji: "👍" });
    await as("ada").post(`${url}${room.id}/archive/`);
    const refusals = [
      await as("ben").post("/api/chat/messages/", { room: room.id, content: "Too late" }),
      await as("ben").patch(of, { content: "Too late" }),
      await as("ben").delete(of),
      await as("ada").delete(of),
      await as("ben").post(`${of}reactions/`, { emoji: "🎉" }),
      await as("ben").delete(`${of}reactions/${encodeURIComponent("👍")}/`),
      await as("ben").post(`${of}pin/`),
      await as("ben").post(`${of}unpin/`),
    ];
    for (const refused of refusals) expectRefused(refused, 403, "room_archived");
    expect((await as("ben").get(`/api/chat/messages/?room=${room.id}`)).body).toMatchObject({ count: 1 });
    expect((await as("ada").post(`${url}${room.id}/mark_read/`)).status).toBe(200);
    expect((await as("ada").post(`${of}mark_read/`)).status).toBe(200);
    const own = room.participants.find((p) => p.user.username === "ben")?.id ?? 0;
    expect((await as("ben").post(`/api/chat/participants/${own}/mute/`, { muted: true })).status).toBe(200);
    expect((await as("ben").post(`${url}${room.id}/leave/`)).status).toBe(200);
  });

  it("is left by anyone but the only admin among others", async () => {
    const room = await make("Left");
    expectRefused(await as("ada").post(`${url}${room.id}/leave/`), 400, "last_admin");
    expect(await as("ben").post(`${url}${room.id}/leave/`)).toMatchObject({
      status: 200,
      body: { message: "Successfully left the room" },
    });
    expectRefused(await as("ben").get(`${url}${room.id}/`), 403, "not_participant");
    expectRefused(await as("ben").post(`${url}${room.id}/leave/`), 403, "not_participant");
    expect((await list("ben")).map((r) => r.id)).not.toContain(room.id);
    expect((await as("vera").post(`${url}${room.id}/leave/`)).status).toBe(200);
    expect((await as("ada").post(`${url}${room.id}/leave/`)).status).toBe(200);
  });

  it("is marked read, wholly or up to a number", async () => {
    const room = await make("Read");
    const first = await send("ada", room.id, "One");
    await send("ada", room.id, "Two");
    const unread = async () => ((await as("ben").get(`${url}${room.id}/`)).body as Room).unread_count;
    expect(await unread()).toBe(2);
    const path = `${url}${room.id}/mark_read/`;
    expect((await as("ben").post(path, { seq: first.seq })).body).toEqual({ message: "Room marked as read" });
    expect(await unread()).toBe(1);
    expect(await as("ben").post(path)).toMatchObject({ status: 200, body: { message: "Room marked as read" } });
    expect(await unread()).toBe(0);
    await as("ben").post(path, { seq: 0 });
    expect(await unread()).toBe(0);
    expect((await as("vera").post(path, { seq: 999_999 })).status).toBe(200);
    for (const seq of [-1, 1.5, "1"]) expectRefused(await as("ben").post(path, { seq }), 400, "invalid_input", "seq");
  });

  it("does not tell whoever is taken out meanwhile that it was marked read", async () => {
    const room = await make("Crossed");
    await send("ada", room.id, "One");
    const participant = room.participants.find(({ user }) => user.id === people.ben.id)?.id ?? 0;
    let marking: Promise<unknown> | undefined;
    // What the removal does, held open until the mark waits behind it.
    await database().db.transaction(async (tx) => {
      await endMembership(tx, participant, 2);
      marking = as("ben").post(`${url}${room.id}/mark_read/`);
      await vi.waitFor(async () => expect(await waitingFor(tx)).toBe(1), { timeout: 10_000 });
    });
    expect(await marking).toMatchObject({ status: 403, body: { code: "not_participant" } });
  });

  it("has its figures", async () => {
    const room = await make("Figures");
    expect((await as("ben").get(`${url}${room.id}/stats/`)).body).toEqual({
      message_count: 0,
      participant_count: 3,
      unread_count: 0,
      last_message_at: null,
    });
    await send("ada", room.id, "One");
    const two = await send("ada", room.id, "Two");
    expect((await as("ben").get(`${url}${room.id}/stats/`)).body).toEqual({
      message_count: 2,
      participant_count: 3,
      unread_count: 2,
      last_message_at: two.created_at,
    });
  });
});

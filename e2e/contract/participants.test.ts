import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Participant, Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Participants and typing. Ada administers, Ben is in, Vera only reads, Cleo and Mona are strangers. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "vera" | "mona", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", vera: "viewer", mona: "manager" });
});
afterAll(() => server.stop());

const url = "/api/chat/participants/";

describe.each(slashForms)("Participants, %s", (_, form) => {
  const { as, group, send } = crew(form, () => ({ url: server.url, people }));
  let room: Room;
  const idOf = (name: keyof typeof people, of = room) => of.participants.find((p) => p.user.username === name)?.id ?? 0;
  beforeEach(async () => {
    room = await group(["ada", "ben", "vera"]);
  });

  it("are listed to those in the room, active ones only", async () => {
    const names = async () =>
      ((await as("vera").get(`${url}?room=${room.id}`)).body as { results: Participant[] }).results.map(
        (p) => p.user.username,
      );
    expect(await names()).toEqual(["ada", "ben", "vera"]);
    const one = await as("ada").get(`${url}${idOf("ben")}/`);
    expect(one).toMatchObject({
      status: 200,
      body: { room: room.id, user: { username: "ben" }, is_admin: false, is_muted: false, left_at: null },
    });
    await as("ben").post(`/api/chat/rooms/${room.id}/leave/`);
    expect(await names()).toEqual(["ada", "vera"]);
    expectRefused(await as("ada").get(`${url}${idOf("ben")}/`), 404, "not_found");
    expectRefused(await as("ada").get(`${url}999999/`), 404, "not_found");
    for (const stranger of ["cleo", "mona"] as const) {
      expectRefused(await as(stranger).get(`${url}?room=${room.id}`), 403, "not_participant");
      expectRefused(await as(stranger).get(`${url}${idOf("ada")}/`), 403, "not_participant");
    }
    expectRefused(await as("ada").get(url), 400, "invalid_input", "room");
    expectRefused(await as("ada").get(`${url}?room=${randomUUID()}`), 404, "not_found");
  });

  it("are added by room admins, and come back", async () => {
    const add = (name: keyof typeof people, user: number, more = {}) =>
      as(name).post(url, { room: room.id, user, ...more });
    const added = await add("ada", people.cleo.id);
    expect(added).toMatchObject({ status: 201, body: { user: { username: "cleo" }, is_admin: false, left_at: null } });
    expect((await as("cleo").get(`/api/chat/rooms/${room.id}/`)).body).toMatchObject({ participant_count: 4 });
    expectRefused(await add("ada", people.cleo.id), 400, "invalid_input", "user");
    expectRefused(await add("ada", 999_999), 400, "invalid_input", "user");
    expectRefused(await add("ada", 0), 400, "invalid_input", "user");
    expectRefused(await as("ada").post(url, { user: people.mona.id }), 400, "invalid_input", "room");
    expectRefused(await as("ada").post(url, { room: randomUUID(), user: people.mona.id }), 404, "not_found");
    for (const name of ["ben", "vera", "cleo"] as const)
      expectRefused(await add(name, people.mona.id), 403, "forbidden");
    expectRefused(await add("mona", people.mona.id), 403, "not_participant");
    await as("cleo").post(`/api/chat/rooms/${room.id}/leave/`);
    expectRefused(await as("cleo").get(`/api/chat/rooms/${room.id}/`), 403, "not_participant");
    const back = await add("ada", people.cleo.id, { is_admin: true });
    expect(back).toMatchObject({ status: 201, body: { id: (added.body as Participant).id, is_admin: true } });
    expect((await add("cleo", people.mona.id)).status).toBe(201);
  });

  it("are never added to or taken out of a direct room", async () => {
    const direct = (await as("ada").post("/api/chat/rooms/", { participant_ids: [people.ben.id] })).body as Room;
    const body = { room: direct.id, user: people.cleo.id };
    for (const name of ["ada", "ben"] as const) {
      const refused = await as(name).post(url, body);
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(404);
    }
    expect((await as("ada").get(`/api/chat/rooms/${direct.id}/`)).body).toMatchObject({ participant_count: 2 });
    expectRefused(await as("ada").delete(`${url}${idOf("ben", direct)}/`), 403, "forbidden");
  });

  it("become admins and stop being it, but one stays", async () => {
    const path = `${url}${idOf("ben")}/`;
    for (const name of ["ben", "vera"] as const) {
      expectRefused(await as(name).patch(path, { is_admin: true }), 403, "forbidden");
    }
    for (const name of ["cleo", "mona"] as const) {
      expectRefused(await as(name).patch(path, { is_admin: true }), 403, "not_participant");
    }
    const own = `${url}${idOf("ada")}/`;
    expectRefused(await as("ada").patch(own, { is_admin: false }), 400, "last_admin");
    expectRefused(await as("ada").patch(path, {}), 400, "invalid_input", "is_admin");
    expectRefused(await as("ada").patch(`${url}999999/`, { is_admin: true }), 404, "not_found");
    expect(await as("ada").patch(path, { is_admin: true })).toMatchObject({ status: 200, body: { is_admin: true } });
    expect((await as("ben").patch(own, { is_admin: false })).body).toMatchObject({ is_admin: false });
    expectRefused(await as("ada").patch(path, { is_admin: false }), 403, "forbidden");
    expectRefused(await as("ben").post(`/api/chat/rooms/${room.id}/leave/`), 400, "last_admin");
  });

  it("are removed by room admins, and hear nothing more from that moment", async () => {
    const socket = await SocketListener.connect(server.url, people.ben.access);
    const raw = await RoomListener.connect(server.url, room.id, people.ben.access);
    const path = `${url}${idOf("ben")}/`;
    for (const name of ["ben", "vera"] as const) expectRefused(await as(name).delete(path), 403, "forbidden");
    for (const name of ["cleo", "mona"] as const) expectRefused(await as(name).delete(path), 403, "not_participant");
    expectRefused(await as("ada").delete(`${url}${idOf("ada")}/`), 400, "last_admin");
    expect((await as("ada").delete(path)).status).toBe(204);
    expectRefused(await as("ada").delete(path), 404, "not_found");
    const secret = await send("ada", room.id, "After Ben");
    expect(await raw.closed).toBe(4403);
    await socket.events.find((e) => e.type === "participant.left" && e.room === room.id, "one's own removal");
    const other = await group(["ada", "ben"]);
    const heard = await send("ada", other.id, "For Ben again");
    await socket.events.find((e) => e.data.id === heard.id, "a later message of another room");
    expect(JSON.stringify([socket.events.all, raw.frames.all])).not.toContain(secret.id);
    expectRefused(await as("ben").get(`/api/chat/rooms/${room.id}/`), 403, "not_participant");
    expectRefused(await as("ben").post("/api/chat/messages/", { room: room.id, content: "x" }), 403, "not_participant");
    socket.close();
  });

  it("mute the room for themselves, for good or until a time", async () => {
    const path = `${url}${idOf("ben")}/mute/`;
    const muted = async () => {
      const { results } = (await as("ben").get("/api/chat/rooms/?page_size=100")).body as {
        results: { id: string; is_muted: boolean }[];
      };
      return results.find((r) => r.id === room.id)?.is_muted;
    };
    const on = await as("ben").post(path, { muted: true });
    expect(on).toMatchObject({ status: 200, body: { is_muted: true, muted_until: null } });
    expect(await muted()).toBe(true);
    const until = "2099-01-01T12:00:00+02:00";
    expect((await as("ben").post(path, { muted: true, muted_until: until })).body).toMatchObject({
      is_muted: true,
      muted_until: "2099-01-01T10:00:00.000000Z",
    });
    const past = { muted: true, muted_until: "2020-01-01T00:00:00Z" };
    expect((await as("ben").post(path, past)).body).toMatchObject({ is_muted: false, muted_until: null });
    expect(await muted()).toBe(false);
    expect((await as("ben").post(path, { muted: false })).body).toMatchObject({ is_muted: false });
    for (const name of ["ada", "vera"] as const) {
      expectRefused(await as(name).post(path, { muted: true }), 403, "forbidden");
    }
    expectRefused(await as("cleo").post(path, { muted: true }), 403, "not_participant");
    expectRefused(await as("ben").post(path, {}), 400, "invalid_input", "muted");
    const soon = { muted: true, muted_until: "soon" };
    expectRefused(await as("ben").post(path, soon), 400, "invalid_input", "muted_until");
    expectRefused(await as("ben").post(`${url}999999/mute/`, { muted: true }), 404, "not_found");
    const own = `${url}${idOf("vera")}/mute/`;
    expect((await as("vera").post(own, { muted: true })).body).toMatchObject({ is_muted: true });
  });

  it("show who is typing, never to oneself", async () => {
    const path = `/api/chat/typing/?room=${room.id}`;
    const nobody = { count: 0, next: null, previous: null, results: [] };
    expect((await as("ada").get(path)).body).toEqual(nobody);
    const ben = await SocketListener.connect(server.url, people.ben.access);
    await ben.ask("typing", { room: room.id, is_typing: true });
    expect((await as("ada").get(path)).body).toMatchObject({
      count: 1,
      results: [
        { room: room.id, user: { id: people.ben.id, full_name: "Ben Test" }, started_at: expect.any(String) as string },
      ],
    });
    expect((await as("ben").get(path)).body).toEqual(nobody);
    await ben.ask("typing", { room: room.id, is_typing: false });
    expect((await as("ada").get(path)).body).toEqual(nobody);
    expectRefused(await as("cleo").get(path), 403, "not_participant");
    expectRefused(await as("ada").get("/api/chat/typing/"), 400, "invalid_input", "room");
    expectRefused(await as("ada").get(`/api/chat/typing/?room=${randomUUID()}`), 404, "not_found");
    ben.close();
  });
});

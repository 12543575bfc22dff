import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Message, Property, Room, RoomListItem, Task } from "@/lib/contract/shapes";

await useTestDatabase();

/** Rooms. Ada administers rooms, Ben is in them, Cleo is a stranger, Vera only reads, Mona manages. */
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

describe.each(slashForms)("Rooms, %s", (_, form) => {
  const { as, group, send } = crew(form, () => ({ url: server.url, people }));
  const make = (name: string) => group(["ada", "ben", "vera"], name);
  const list = async (name: keyof typeof people, query = "") =>
    ((await as(name).get(`${url}?page_size=100${query}`)).body as { results: RoomListItem[] }).results;

  it("makes a group: the creator becomes admin and counts once", async () => {
    const { id, username } = people.ada;
    const participant_ids = [id, people.ben.id, people.ben.id];
    const made = await as("ada").post(url, { room_type: "group", name: " Turnover ", participant_ids });
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: "Turnover",
        description: "",
        room_type: "group",
        display_name: "Turnover",
        task: null,
        property: null,
        created_by: { id, username },
        is_active: true,
        archived_at: null,
        participant_count: 2,
        last_message: null,
        unread_count: 0,
      },
    });
    const room = made.body as Room;
    const admins = room.participants.map((p) => [p.user.username, p.is_admin]);
    expect(admins).toEqual([
      ["ada", true],
      ["ben", false],
    ]);
    const nameless = await as("ada").post(url, { room_type: "group", participant_ids: [] });
    expect(nameless.body).toMatchObject({ display_name: `Chat #${(nameless.body as Room).id.slice(0, 8)}` });
  });

  it("refuses rooms that cannot be", async () => {
    const group = { room_type: "group", participant_ids: [people.ben.id] };
    const ada = as("ada");
    expectRefused(await ada.post(url, { ...group, name: "x".repeat(256) }), 400, "invalid_input", "name");
    expect((await ada.post(url, { ...group, name: "x".repeat(255) })).status).toBe(201);
    expectRefused(await ada.post(url, { ...group, name: "nul \0" }), 400, "invalid_input", "name");
    const unknown = { ...group, participant_ids: [999_999] };
    expectRefused(await ada.post(url, unknown), 400, "invalid_input", "participant_ids");
    expectRefused(await ada.post(url, { ...group, room_type: "channel" }), 400, "invalid_input", "room_type");
    expectRefused(await as("vera").post(url, group), 403, "forbidden");
    for (const subject of ["task", "property"]) {
      const body = { room_type: subject, participant_ids: [] };
      expectRefused(await ada.post(url, body), 400, "invalid_input", subject);
      expectRefused(await ada.post(url, { ...body, [subject]: null }), 400, "invalid_input", subject);
      expectRefused(await ada.post(url, { ...body, [subject]: 999_999 }), 400, "invalid_input", subject);
    }
  });

  it("has one direct room a pair, whoever asks, also at once and after one had left", async () => {
    const asked = await Promise.all(
      Array.from({ length: 6 }, (__, i) =>
        i % 2 === 0
          ? as("cleo").post(url, { room_type: "direct", participant_ids: [people.dora.id] })
          : as("dora").post(url, { participant_ids: [people.cleo.id, people.dora.id] }),
      ),
    );
    expect(asked.map((answer) => answer.status)).toEqual(asked.map(() => 201));
    const ids = new Set(asked.map((answer) => (answer.body as Room).id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    expect((asked[0]?.body as Room).display_name).toBe("Dora Test");
    expect((asked[1]?.body as Room).display_name).toBe("Cleo Test");
    expect(await as("dora").post(`${url}${id}/leave/`)).toMatchObject({ status: 200 });
    expectRefused(await as("dora").get(`${url}${id}/`), 403, "not_participant");
    expect((await as("cleo").get(`${url}${id}/`)).body).toMatchObject({ display_name: "Dora Test" });
    const again = await as("dora").post(url, { room_type: "direct", participant_ids: [people.cleo.id] });
    expect(again).toMatchObject({ status: 201, body: { id, participant_count: 2 } });
    expect((await as("dora").get(`${url}${id}/`)).status).toBe(200);
    await as("cleo").post(`${url}${id}/leave/`);
    const fromTheOther = await as("dora").post(url, { room_type: "direct", participant_ids: [people.cleo.id] });
    expect(fromTheOther).toMatchObject({ status: 201, body: { id, participant_count: 2 } });
  });

  it("refuses direct rooms with nobody, oneself, two others, or somebody inactive", async () => {
    const { ada, ben, cleo } = people;
    for (const participant_ids of [[], [ada.id], [ben.id, cleo.id], [999_999]]) {
      expectRefused(await as("ada").post(url, { participant_ids }), 400, "invalid_input", "participant_ids");
    }
    const username = `gone${form.length}`;
    const made = await as("mona").post("/api/users/", { username, password: "a long password" });
    const { id } = made.body as { id: number };
    await as("mona").patch(`/api/users/${id}/`, { is_active: false });
    for (const room_type of ["direct", "group"]) {
      const body = { room_type, participant_ids: [id] };
      expectRefused(await as("ada").post(url, body), 400, "invalid_input", "participant_ids");
    }
  });

  it("makes rooms of tasks and properties, named after them, with assignee and creator in them", async () => {
    const property = (await as("mona").post("/api/properties/", { name: "Villa Mar" })).body as Property;
    const task = (await as("mona").post("/api/tasks/", { title: "Fix the boiler", assigned_to: people.ben.id }))
      .body as Task;
    const ofTask = await as("ada").post(url, { room_type: "task", participant_ids: [], task: task.id });
    expect(ofTask).toMatchObject({
      status: 201,
      body: { room_type: "task", task: task.id, property: null, display_name: "Task: Fix the boiler" },
    });
    const usernames = (ofTask.body as Room).participants.map((p) => p.user.username).sort();
    expect(usernames).toEqual(["ada", "ben", "mona"]);
    const ofProperty = await as("ada").post(url, { room_type: "property", participant_ids: [], property: property.id });
    expect(ofProperty.body).toMatchObject({ property: property.id, task: null, display_name: "Property: Villa Mar" });
    expect(await list("ben", "&search=boiler")).toHaveLength(1 + (form === "" ? 1 : 0));
    expect((await list("ada", "&search=villa")).map((r) => r.id)).toContain((ofProperty.body as Room).id);
  });

  it("lists the caller's rooms, newest activity first, and filters them", async () => {
    const marker = `Garden${form.length}`;
    const older = await make(`${marker} old`);
    const newer = await make(`${marker} new`);
    const found = async (query = "") => (await list("ben", `&search=${marker.toLowerCase()}${query}`)).map((r) => r.id);
    expect(await found()).toEqual([newer.id, older.id]);
    await send("ada", older.id, "Come and see");
    expect(await found()).toEqual([older.id, newer.id]);
    expect(await found("&unread=true")).toEqual([older.id]);
    expect(await found("&room_type=group")).toHaveLength(2);
    expect(await found("&room_type=direct")).toEqual([]);
    expect(await list("cleo", `&search=${marker}`)).toEqual([]);
    await as("ada").post(`${url}${newer.id}/archive/`);
    expect(await found()).toEqual([older.id]);
    expect(await found("&include_archived=false")).toEqual([older.id]);
    expect(await found("&include_archived=true")).toEqual([older.id, newer.id]);
    const [row] = await list("ben", `&search=${marker}`);
    expect(row).toMatchObject({
      display_name: `${marker} old`,
      room_type: "group",
      is_active: true,
      unread_count: 1,
      mention_count: 0,
      is_muted: false,
      last_message_preview: "Come and see",
      participant_count: 3,
    });
    await as("ada").post(url, { participant_ids: [people.cleo.id] });
    expect((await list("ada", "&search=cleo%20test")).map((r) => r.room_type)).toContain("direct");
    for (const query of ["room_type=channel", "unread=maybe", "include_archived=1", "search=%00"]) {
      expectRefused(await as("ada").get(`${url}?${query}`), 400, "invalid_input", query.split("=")[0]);
    }
  });

  it("previews the newest message", async () => {
    const room = await make(`Preview ${form}`);
    const preview = async () => (await list("ben")).find((r) => r.id === room.id)?.last_message_preview;
    expect(await preview()).toBe("No messages yet");
    await send("ada", room.id, "é".repeat(150));
    expect(await preview()).toBe("é".repeat(100));
    const labels = { image: "[Image]", file: "[File Attachment]", voice: "[Voice Message]" };
    let last = "";
    for (const [message_type, label] of Object.entries(labels)) {
      const sent = await as("ada").post("/api/chat/messages/", { room: room.id, content: "a caption", message_type });
      last = (sent.body as Message).id;
      expect(await preview()).toBe(label);
    }
    await as("ada").delete(`/api/chat/messages/${last}/`);
    expect(await preview()).toBe("[Message deleted]");
  });
});

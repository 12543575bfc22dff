import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Message, Property, Room, Task } from "@/lib/contract/shapes";

await useTestDatabase();

/** Houses and tasks, and what happens in their rooms. */
let server: TestServer;
let people: Record<"ada" | "ben" | "vera" | "mona" | "sue", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", vera: "viewer", mona: "manager", sue: "superuser" });
});
afterAll(() => server.stop());

const houses = "/api/properties/";
const tasks = "/api/tasks/";

describe.each(slashForms)("Work, %s", (_, form) => {
  const { as, send } = crew(form, () => ({ url: server.url, people }));
  const house = async (name = "Casa Sol") => (await as("mona").post(houses, { name })).body as Property;
  const task = async (more: Record<string, unknown> = {}) =>
    (await as("mona").post(tasks, { title: "Clean the pool", ...more })).body as Task;

  it("keeps houses, which managers write and everybody reads", async () => {
    const made = await as("mona").post(houses, { name: " Villa Mar ", address: "Calle 1" });
    expect(made).toMatchObject({ status: 201, body: { name: "Villa Mar", address: "Calle 1" } });
    const { id } = made.body as Property;
    const path = `${houses}${id}/`;
    for (const name of ["ada", "vera"] as const) {
      expect((await as(name).get(path)).body).toEqual(made.body);
      expectRefused(await as(name).post(houses, { name: "Mine" }), 403, "forbidden");
      expectRefused(await as(name).patch(path, { name: "Mine" }), 403, "forbidden");
      expectRefused(await as(name).delete(path), 403, "forbidden");
    }
    expect((await as("sue").patch(path, { address: "" })).body).toMatchObject({ name: "Villa Mar", address: "" });
    for (const name of ["", " ", "x".repeat(256), undefined, 5]) {
      expectRefused(await as("mona").post(houses, { name }), 400, "invalid_input", "name");
    }
    expectRefused(await as("mona").patch(path, { name: "" }), 400, "invalid_input", "name");
    expectRefused(await as("mona").patch(path, { owner: "x" }), 400, "invalid_input", "owner");
    const found = (await as("vera").get(`${houses}?search=villa&page_size=100`)).body as { results: Property[] };
    expect(found.results.map((p) => p.id)).toContain(id);
    expect((await as("mona").delete(path)).status).toBe(204);
    expectRefused(await as("mona").get(path), 404, "not_found");
    expectRefused(await as("mona").patch(path, { name: "Back" }), 404, "not_found");
    expectRefused(await as("mona").delete(path), 404, "not_found");
    const gone = { room_type: "property", participant_ids: [], property: id };
    expectRefused(await as("ada").post("/api/chat/rooms/", gone), 400, "invalid_input", "property");
  });

  it("keeps tasks, which managers write; staff change the status of their own", async () => {
    const { id: property } = await house();
    const made = await as("mona").post(tasks, {
      title: "Mow the lawn",
      description: "Both sides",
      task_type: "lawn_pool",
      status: "pending",
      property,
      assigned_to: people.ada.id,
      due_date: "2030-05-01T11:30:00+02:00",
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        title: "Mow the lawn",
        description: "Both sides",
        task_type: "lawn_pool",
        status: "pending",
        property,
        assigned_to: { id: people.ada.id, username: "ada" },
        created_by: { id: people.mona.id },
        due_date: "2030-05-01T09:30:00.000000Z",
      },
    });
    const { id } = made.body as Task;
    const path = `${tasks}${id}/`;
    for (const name of ["ada", "ben", "vera"] as const) {
      expect((await as(name).get(path)).body).toEqual(made.body);
      expectRefused(await as(name).post(tasks, { title: "Mine" }), 403, "forbidden");
      expectRefused(await as(name).patch(path, { title: "Mine" }), 403, "forbidden");
      expectRefused(await as(name).delete(path), 403, "forbidden");
    }
    expect((await as("ada").patch(path, { status: "in-progress" })).body).toMatchObject({ status: "in-progress" });
    expectRefused(await as("ada").patch(path, { status: "completed", title: "x" }), 403, "forbidden");
    for (const name of ["ben", "vera"] as const) {
      expectRefused(await as(name).patch(path, { status: "completed" }), 403, "forbidden");
    }
    const cleared = { assigned_to: null, property: null, due_date: null };
    expect((await as("sue").patch(path, cleared)).body).toMatchObject(cleared);
    expectRefused(await as("ada").patch(path, { status: "completed" }), 403, "forbidden");
    for (const [field, value] of Object.entries({
      title: "",
      status: "done",
      task_type: "party",
      property: 999_999,
      assigned_to: 999_999,
      due_date: "tomorrow",
      created_by: 1,
    })) {
      expectRefused(await as("mona").patch(path, { [field]: value }), 400, "invalid_input", field);
      expectRefused(await as("mona").post(tasks, { title: "x", [field]: value }), 400, "invalid_input", field);
    }
    for (const due_date of ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]) {
      expectRefused(await as("mona").patch(path, { due_date }), 400, "invalid_input", "due_date");
    }
    for (const query of [`search=lawn`, `status=in-progress`, `task_type=lawn_pool`]) {
      const { results } = (await as("vera").get(`${tasks}?page_size=100&${query}`)).body as { results: Task[] };
      expect(results.map((t) => t.id)).toContain(id);
    }
    expect((await as("mona").delete(path)).status).toBe(204);
    expectRefused(await as("mona").get(path), 404, "not_found");
    expectRefused(await as("mona").delete(path), 404, "not_found");
    expectRefused(await as("mona").patch(path, { title: "Back" }), 404, "not_found");
  });

  it("lists tasks by the date they are due, page by page: late, to come, without a date, and then what is over", async () => {
    const { id: property } = await house();
    const made = [];
    for (const more of [
      { title: "no date" },
      { title: "in spring", due_date: "2040-04-01T08:00:00Z" },
      { title: "done long ago", due_date: "2020-01-01T08:00:00Z", status: "completed" },
      { title: "late", due_date: "2020-02-01T08:00:00Z" },
      { title: "called off", status: "canceled" },
      { title: "in spring too", due_date: "2040-04-01T08:00:00Z", status: "waiting_dependency" },
      { title: "no date either", status: "in-progress" },
    ])
      made.push(await task({ property, ...more }));
    const titles: string[] = [];
    for (const page of [1, 2, 3]) {
      const path = `${tasks}?property=${property}&ordering=due_date&page_size=3&page=${page}`;
      titles.push(...((await as("vera").get(path)).body as { results: Task[] }).results.map(({ title }) => title));
    }
    const open = ["late", "in spring", "in spring too", "no date", "no date either"];
    expect(titles).toEqual([...open, "done long ago", "called off"]);
    const usual = (await as("vera").get(`${tasks}?property=${property}`)).body as { results: Task[] };
    expect(usual.results.map(({ id }) => id)).toEqual(made.map(({ id }) => id).toReversed());
    expectRefused(await as("vera").get(`${tasks}?ordering=title`), 400, "invalid_input", "ordering");
  });

  it("tells a task's rooms what was changed about it", async () => {
    const { id } = await task({ assigned_to: people.ada.id });
    const about = { room_type: "task", participant_ids: [], task: id };
    const room = (await as("ada").post("/api/chat/rooms/", about)).body as Room;
    const closed = (await as("ada").post("/api/chat/rooms/", about)).body as Room;
    await as("ada").post(`/api/chat/rooms/${closed.id}/archive/`);
    await send("ada", room.id, "On my way");
    const socket = await SocketListener.connect(server.url, people.ada.access);
    const raw = await RoomListener.connect(server.url, room.id, people.mona.access);
    const path = `${tasks}${id}/`;
    const newest = async (at = room) =>
      ((await as("ada").get(`/api/chat/messages/?room=${at.id}`)).body as { results: Message[] }).results[0];

    await as("ada").patch(path, { status: "in-progress" });
    const message = await newest();
    expect(message).toMatchObject({
      message_type: "system",
      sender: { id: people.ada.id },
      content: "Ada Test changed the status from Pending to In progress.",
      client_id: null,
    });
    const event = await socket.events.find((e) => e.data.id === message?.id, "the event");
    expect(event).toMatchObject({ type: "message.created", room: room.id, seq: message?.seq });
    const frame = await raw.frames.find((f) => f.type === "chat_message", "the frame");
    expect(frame).toMatchObject({ message: { id: message?.id, message_type: "system" } });
    const { last_seq, last_message } = (await as("mona").get(`/api/chat/rooms/${room.id}/`)).body as Room;
    expect(last_seq).toBe(message?.seq);
    expect(last_message?.id).toBe(message?.id);
    expect((await as("mona").get(`/api/chat/rooms/${room.id}/stats/`)).body).toMatchObject({ message_count: 2 });

    await as("mona").patch(path, { assigned_to: people.ben.id, due_date: "2030-05-01T09:30:00Z", title: "Clean" });
    expect((await newest())?.content).toBe(
      "Mona Test assigned the task to Ben Test.\nMona Test set the due date to 2030-05-01 09:30 UTC.",
    );
    await as("mona").patch(path, { assigned_to: null, due_date: null });
    const last = await newest();
    expect(last?.content).toBe("Mona Test took the task from its assignee.\nMona Test removed the due date.");

    // What changes nothing of these says nothing; a retry neither.
    await as("mona").patch(path, { title: "Clean it", status: "in-progress", description: "x" });
    expect((await newest())?.id).toBe(last?.id);
    expect(await newest(closed)).toBeUndefined();
    expectRefused(
      await as("ada").patch(`/api/chat/messages/${message?.id ?? ""}/`, { content: "x" }),
      403,
      "forbidden",
    );
    const next = await send("ada", room.id, "Fine");
    expect(next.seq).toBe((last?.seq ?? 0) + 1);
    socket.close();
    raw.close();
  });

  it("archives the rooms of what is deleted, and keeps what was said", async () => {
    const { id } = await task({ assigned_to: people.ada.id });
    const { id: property } = await house();
    const make = async (body: object) =>
      (await as("ada").post("/api/chat/rooms/", { participant_ids: [people.ben.id], ...body })).body as Room;
    const rooms = [await make({ room_type: "task", task: id }), await make({ room_type: "property", property })];
    const ben = await SocketListener.connect(server.url, people.ben.access);
    for (const room of rooms) await send("ada", room.id, "To be kept");
    await as("mona").delete(`${tasks}${id}/`);
    await as("mona").delete(`${houses}${property}/`);
    for (const room of rooms) {
      await ben.events.find((e) => e.type === "room.archived" && e.room === room.id, "room.archived");
      const seen = await as("ben").get(`/api/chat/rooms/${room.id}/`);
      expect(seen.body).toMatchObject({ is_active: false, display_name: room.display_name });
      const said = (await as("ben").get(`/api/chat/messages/?room=${room.id}`)).body as { results: Message[] };
      expect(said.results.map((m) => m.content)).toEqual(["To be kept"]);
    }
    ben.close();
  });
});

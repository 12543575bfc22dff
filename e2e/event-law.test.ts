import { afterAll, beforeAll, expect, it } from "vitest";
import { cast, type Person } from "./setup/cast";
import { SocketListener, type HeardEvent } from "./setup/listener";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

type Message = Record<string, unknown> & { id: string; seq: number };
type Participant = Record<string, unknown> & { id: number; left_at: string | null };
type Item = Record<string, unknown> & { id: string; is_active: boolean };
type View = { messages: Map<string, Message>; participants: Map<number, Participant>; room: Item | undefined };

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "mod" | "boss", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", mod: "manager", boss: "superuser" });
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: "Law",
    participant_ids: [people.ben.id],
  });
  room = (made.body as { id: string }).id;
  await people.boss.rest.post("/api/admin/filter/rules/", { kind: "words", value: "quark", action: "hold" });
});
afterAll(() => server.stop());

const readers = (message: Message) => {
  // Reading is no durable event: it has its own.
  const { is_read: _, read_by: __, read_count: ___, ...rest } = message;
  return rest as Message;
};

async function fetchView(person: Person): Promise<View> {
  const list = (await person.rest.get(`/api/chat/messages/?room=${room}&include_deleted=true&limit=100`)).body as {
    results: Message[];
  };
  const members = (await person.rest.get(`/api/chat/participants/?room=${room}`)).body as { results: Participant[] };
  const rooms = (await person.rest.get("/api/chat/rooms/?include_archived=true")).body as { results: Item[] };
  return {
    messages: new Map(list.results.map((m) => [m.id, readers(m)])),
    participants: new Map(members.results.map((p) => [p.id, p])),
    room: rooms.results.find((item) => item.id === room),
  };
}

/** What a client does with an event, written as the contract says it. */
function apply(view: View, event: HeardEvent): void {
  if (event.type.startsWith("message.")) {
    const message = readers(event.data as Message);
    view.messages.set(message.id, message);
  } else if (event.type === "reaction.changed") {
    const { message_id, reactions } = event.data as { message_id: string; reactions: unknown };
    const message = view.messages.get(message_id);
    if (message) view.messages.set(message_id, { ...message, reactions });
  } else if (event.type.startsWith("participant.")) {
    const participant = event.data as Participant;
    if (participant.left_at === null) view.participants.set(participant.id, participant);
    else view.participants.delete(participant.id);
  } else if (event.type.startsWith("room.")) view.room = event.data as Item;
}

type Verb = { does: string; type: string; act: () => Promise<{ status: number; body: unknown }> };
let last: Message;
let joined: Participant;
const rest = () => people.ada.rest;
const keep = async (answer: Promise<{ status: number; body: unknown }>) => {
  const got = await answer;
  last = got.body as Message;
  return got;
};

/** What a moderator does about Ada's message, which Ben has reported. */
async function decide(action: string) {
  const filed = await people.ben.rest.post("/api/reports/", { message: last.id, reason: "other" });
  const { id } = filed.body as { id: string };
  return people.mod.rest.post(`/api/admin/reports/${id}/decisions/`, { action });
}

/** Ada's text waits, and a moderator lets it through. */
async function letThrough() {
  const held = await rest().post("/api/chat/messages/", { room, content: "Quark" });
  expect(held.status).toBe(422);
  const { results } = (await rest().get("/api/chat/held/")).body as { results: { id: string }[] };
  return people.mod.rest.post(`/api/admin/held/${results[0]?.id}/release/`);
}

const verbs: Verb[] = [
  {
    does: "send",
    type: "message.created",
    act: () => keep(rest().post("/api/chat/messages/", { room, content: "Hi @ben" })),
  },
  { does: "let through what was held", type: "message.created", act: () => letThrough() },
  {
    does: "reply",
    type: "message.created",
    act: () => rest().post("/api/chat/messages/", { room, content: "Re", reply_to: last.id }),
  },
  {
    does: "react",
    type: "reaction.changed",
    act: () => rest().post(`/api/chat/messages/${last.id}/reactions/`, { emoji: "👍" }),
  },
  {
    does: "take a reaction back",
    type: "reaction.changed",
    act: () => rest().delete(`/api/chat/messages/${last.id}/reactions/${encodeURIComponent("👍")}/`),
  },
  { does: "pin", type: "message.pinned", act: () => rest().post(`/api/chat/messages/${last.id}/pin/`) },
  { does: "unpin", type: "message.pinned", act: () => rest().post(`/api/chat/messages/${last.id}/unpin/`) },
  {
    does: "edit",
    type: "message.updated",
    act: () => rest().patch(`/api/chat/messages/${last.id}/`, { content: "Hi @all" }),
  },
  { does: "hide", type: "message.updated", act: () => decide("hide") },
  { does: "show again", type: "message.updated", act: () => decide("unhide") },
  { does: "delete", type: "message.deleted", act: () => rest().delete(`/api/chat/messages/${last.id}/`) },
  {
    does: "add",
    type: "participant.joined",
    act: async () => {
      const got = await rest().post("/api/chat/participants/", { room, user: people.cleo.id });
      joined = got.body as Participant;
      return got;
    },
  },
  {
    does: "promote",
    type: "participant.updated",
    act: () => rest().patch(`/api/chat/participants/${joined.id}/`, { is_admin: true }),
  },
  // The room is told of it in a message, which comes last.
  {
    does: "silence",
    type: "message.created",
    act: async () => {
      await rest().patch(`/api/chat/participants/${joined.id}/`, { is_admin: false });
      return rest().post(`/api/chat/participants/${joined.id}/silence/`, { until: "2999-01-01T00:00:00Z" });
    },
  },
  {
    does: "let write again",
    type: "message.created",
    act: () => rest().delete(`/api/chat/participants/${joined.id}/silence/`),
  },
  { does: "remove", type: "participant.left", act: () => rest().delete(`/api/chat/participants/${joined.id}/`) },
  {
    does: "rename",
    type: "room.updated",
    act: () => rest().patch(`/api/chat/rooms/${room}/`, { name: "Law and order" }),
  },
  {
    does: "announce",
    type: "message.created",
    act: () => rest().patch(`/api/chat/rooms/${room}/`, { who_writes: "admins" }),
  },
  { does: "archive", type: "room.archived", act: () => rest().post(`/api/chat/rooms/${room}/archive/`) },
  { does: "bring back", type: "room.updated", act: () => rest().post(`/api/chat/rooms/${room}/unarchive/`) },
];

it("holds for every verb: what Ben had, plus the events, is what he would fetch", async () => {
  const ben = await SocketListener.connect(server.url, people.ben.access);
  const view = await fetchView(people.ben);
  let heard = 0;
  let previous = (view.room as unknown as { last_seq: number }).last_seq;
  for (const { does, type, act } of verbs) {
    const answer = await act();
    expect(answer.status, does).toBeLessThan(300);
    await ben.events.find((e) => e.type === type && (e.seq ?? 0) > previous, `${type} of "${does}"`);
    for (const event of ben.events.all.slice(heard)) {
      if (event.seq !== undefined) expect(event.seq, "no gap and no repetition").toBe(++previous);
      apply(view, event);
    }
    heard = ben.events.all.length;
    const fresh = await fetchView(people.ben);
    // An answer to a deleted message quotes the tombstone only where it is read anew.
    const quoting = (m: Message) => ({ ...m, reply_to: null, modified_at: null });
    expect(
      [...view.messages.values()].map(quoting).sort((a, b) => a.seq - b.seq),
      does,
    ).toEqual([...fresh.messages.values()].map(quoting).sort((a, b) => a.seq - b.seq));
    expect(view.participants.size, does).toBe(fresh.participants.size);
    if (type.startsWith("room.")) expect(view.room, does).toEqual(fresh.room);
  }
  ben.close();
});

it("ends hearing with removal, at once and on both kinds of socket", async () => {
  const cleo = await SocketListener.connect(server.url, people.cleo.access);
  const added = await rest().post("/api/chat/participants/", { room, user: people.cleo.id });
  expect(added.status).toBe(201);
  await cleo.events.find((e) => e.type === "participant.joined", "her own joining");
  expect((await rest().delete(`/api/chat/participants/${(added.body as Participant).id}/`)).status).toBe(204);
  await rest().post("/api/chat/messages/", { room, content: "Cleo must not hear this" });
  const left = await cleo.events.find((e) => e.type === "participant.left", "her own leaving");
  const ben = await SocketListener.connect(server.url, people.ben.access);
  await rest().post("/api/chat/messages/", { room, content: "Nor this" });
  await ben.events.find((e) => (e.data as { content?: string }).content === "Nor this", "what Ben hears");
  expect(cleo.events.all.filter((e) => e.room === room && (e.seq ?? 0) > (left.seq ?? 0))).toEqual([]);
  expect((await people.cleo.rest.get(`/api/chat/messages/?room=${room}`)).status).toBe(403);
  cleo.close();
  ben.close();
});

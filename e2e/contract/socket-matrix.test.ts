import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RoomListener, SocketListener } from "@/e2e/setup/listener";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { config } from "@/lib/config/config";
import { socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import type { durableEvent } from "@/lib/contract/events";
import type { Participant } from "@/lib/contract/shapes";
import { Stage } from "./matrix/stage";
import { type Actor, actorNames } from "./matrix/actors";
import { commandRows } from "./socket-matrix/command-rows";
import { frameRows } from "./socket-matrix/frame-rows";
import { frameVerdict } from "./socket-matrix/frame-verdict";
import type { SocketRow } from "./socket-matrix/socket-row";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/**
 * What is special about a command or frame, tokens that end, and who hears what the server says by itself. The plain
 * commands and frames, by everybody, are in doors.test.ts.
 */
let server: TestServer;
let stage: Stage;
let sockets: Record<Caller, SocketListener>;
let lines: Record<Member | "removed", RoomListener>;

type Caller = Exclude<Actor, "nobody" | "deactivated">;
const callers = actorNames.filter((name) => name !== "nobody" && name !== "deactivated");
const outsiders = ["stranger", "removed", "manager", "superuser"] as const;
const members = ["participant", "sender", "admin", "viewer"] as const;
type Member = (typeof members)[number];

async function openAll<K extends Caller, L>(names: readonly K[], open: (name: K) => Promise<L>): Promise<Record<K, L>> {
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await open(name)]))) as Record<K, L>;
}

beforeAll(async () => {
  server = await startTestServer();
  stage = await Stage.set(server.url);
  // Whoever is removed has their sockets open at that moment.
  const back = { room: stage.room.id, user: stage.id("removed") };
  const added = await stage.post<Participant>("admin", "/api/chat/participants/", back);
  const { people } = stage;
  sockets = await openAll(callers, (name) => SocketListener.connect(server.url, people[name].access));
  lines = await openAll([...members, "removed"], (name) =>
    RoomListener.connect(server.url, stage.room.id, people[name].access),
  );
  expect((await people.admin.rest.delete(`/api/chat/participants/${added.id}/`)).status).toBe(204);
  await sockets.removed.events.find(({ type }) => type === "participant.left", "the own removal");
});
afterAll(async () => {
  for (const open of [...Object.values(sockets), ...Object.values(lines)]) open.close();
  await server.stop();
});

const entries = (row: SocketRow) => Object.entries(row.by) as [Caller, string][];

describe("Socket.IO", () => {
  it.each(Object.keys(socketCommands) as (keyof typeof socketCommands)[])("%s", async (name) => {
    const differences: string[] = [];
    for (const row of commandRows[name].slice(1) as SocketRow[]) {
      for (const [caller, verdict] of entries(row)) {
        const { ok, error } = await sockets[caller].ask(name, await row.send(stage, caller));
        const said = ok ? "ok" : (error as { code: string }).code;
        if (said !== verdict) differences.push(`${row.when}, by ${caller}: ${said} instead of ${verdict}`);
      }
    }
    expect(differences).toEqual([]);
  });
});

describe("The raw WebSocket", () => {
  it("ends at a removal", async () => {
    expect(await lines.removed.closed).toBe(4403);
  });

  it.each(Object.keys(frames) as (keyof typeof frames)[])("%s", async (type) => {
    for (const row of frameRows[type].rows.slice(1) as SocketRow[]) {
      for (const [caller, verdict] of entries(row) as [Member, string][]) {
        const both = { mine: lines[caller], theirs: lines[caller === "admin" ? "sender" : "admin"] };
        const said = await frameVerdict(type, await row.send(stage, caller), both, stage.id(caller));
        expect(said, `${row.when}, by ${caller}`).toBe(verdict);
      }
    }
  });
});

describe("A signed-out or expired token", () => {
  it.each([
    ["no token", () => Promise.resolve("")],
    ["no token of ours", () => Promise.resolve("none")],
    ["an expired one", async () => endingAt((await stage.signIn("participant")).access, -60)],
    ["one of a device that is signed out", () => signedOut()],
  ])("%s is let in nowhere", async (_, made) => {
    const access = await made();
    await expect(SocketListener.connect(server.url, access)).rejects.toThrow("unauthorized");
    expect(await RoomListener.open(server.url, `/ws/chat/${stage.room.id}/?token=${access}`).closed).toBe(4401);
  });

  it.each([
    ["signed out", (refresh: string) => stage.people.participant.rest.post("/api/token/revoke/", { refresh })],
    ["expired", () => Promise.resolve()],
  ])("once %s, gets nothing more, whatever it asks", async (how, end) => {
    const { access: long, refresh } = await stage.signIn("participant");
    const access = how === "expired" ? await endingAt(long, 1) : long;
    const socket = await SocketListener.connect(server.url, access);
    const raw = await RoomListener.connect(server.url, stage.room.id, access);
    const gone = new Promise((resolve) => socket.socket.once("disconnect", resolve));
    await end(refresh);
    await gone;
    expect(await raw.closed).toBe(4401);
    expect(socket.others.all.at(-1)).toMatchObject({ name: "session:revoked" });
    const [heard, seen] = [socket.events.all.length, raw.frames.all.length];
    for (const name of Object.keys(socketCommands)) socket.socket.emit(name, {});
    const { id } = await stage.freshMessage();
    await sockets.participant.events.find((event) => event.data.id === id, "what those in the room hear");
    expect([socket.events.all.length, raw.frames.all.length]).toEqual([heard, seen]);
  });

  async function signedOut(): Promise<string> {
    const { access, refresh } = await stage.signIn("participant");
    await stage.people.participant.rest.post("/api/token/revoke/", { refresh });
    return access;
  }
});

describe("What the server says by itself", () => {
  const room = () => stage.room.id;
  const rest = () => stage.people.admin.rest;
  let seat = 0;

  /** What brings each durable event about. */
  const acts: Record<(typeof durableEvent.options)[number]["shape"]["type"]["value"], () => Promise<unknown>> = {
    "message.created": () => stage.freshMessage(),
    "message.updated": async () => {
      const { id } = await stage.freshMessage();
      await stage.people.sender.rest.patch(`/api/chat/messages/${id}/`, { content: "Mended" });
    },
    "message.deleted": async () => rest().delete(`/api/chat/messages/${(await stage.freshMessage()).id}/`),
    "message.pinned": async () => rest().post(`/api/chat/messages/${(await stage.freshMessage()).id}/pin/`),
    "reaction.changed": () => rest().post(`/api/chat/messages/${stage.message.id}/reactions/`, { emoji: "🎉" }),
    "participant.joined": async () => {
      const joined = await rest().post("/api/chat/participants/", { room: room(), user: stage.id("passer") });
      seat = (joined.body as Participant).id;
    },
    "participant.updated": () => rest().patch(`/api/chat/participants/${seat}/`, { is_admin: true }),
    "participant.left": () => rest().delete(`/api/chat/participants/${seat}/`),
    "room.created": () => Promise.resolve(),
    "room.updated": () => rest().patch(`/api/chat/rooms/${room()}/`, { name: "Another name" }),
    "room.archived": async () => {
      await rest().post(`/api/chat/rooms/${room()}/archive/`);
      await rest().post(`/api/chat/rooms/${room()}/unarchive/`);
    },
  };

  it("is heard by those in the room, and by nobody else", async () => {
    const before = Object.fromEntries(callers.map((name) => [name, sockets[name].events.all.length]));
    for (const act of Object.values(acts)) await act();
    await sockets.sender.ask("typing", { room: room(), is_typing: true });
    lines.viewer.send({ type: "read_receipt", message_id: (await stage.freshMessage()).id });
    await lines.participant.frames.find(({ type }) => type === "read_receipt", "that somebody has read it");
    // A room of its own for everybody: whoever has heard of it has heard all that came before.
    const participant_ids = outsiders.map((name) => stage.id(name));
    const names = members.filter((name) => name !== "admin").map((name) => stage.id(name));
    const last = await stage.post<{ id: string }>("admin", "/api/chat/rooms/", {
      room_type: "group",
      participant_ids: [...participant_ids, ...names],
    });
    for (const name of callers) {
      await sockets[name].events.find((event) => event.room === last.id, `the last event, by ${name}`);
      const heard = sockets[name].events.all.slice(before[name]);
      const types = new Set(heard.filter((event) => event.room === room()).map(({ type }) => type));
      const inside = (members as readonly string[]).includes(name);
      // The room itself was made before anybody listened.
      const expected = inside ? Object.keys(acts).filter((type) => type !== "room.created") : [];
      expect([...types].filter((type) => type !== "read.advanced").sort(), name).toEqual(expected.sort());
      expect(heard.some((event) => event.type === "room.created" && event.room === last.id)).toBe(true);
      const typing = sockets[name].others.all.filter((other) => other.name === "typing");
      if (name !== "sender") expect(typing.length > 0, name).toBe(inside);
    }
    const seen = new Set(lines.participant.frames.all.map(({ type }) => type));
    for (const type of ["chat_message", "message_updated", "message_deleted", "typing", "read_receipt"]) {
      expect(seen).toContain(type);
    }
  });
});

/** The same token, running out so many seconds from now. */
function endingAt(access: string, seconds: number): Promise<string> {
  const exp = Math.ceil(Date.now() / 1000) + seconds;
  return new SignJWT({ ...decodeJwt(access), exp })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(config().AUTH_SECRET));
}

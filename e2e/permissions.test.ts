import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HouseAction, permissions, type Place, type RoomAction, ruleOf } from "@/lib/contract/permissions";
import { roles } from "@/lib/contract/roles";
import { type Message, type Participant, type Role, type Room, type Task } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { SocketListener } from "./setup/listener";
import type { Answer } from "./setup/rest-client";
import { temporaryFolder } from "./setup/temporary-folder";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { postForm } from "./setup/upload";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

/** Every cell of the table of permissions, by the front door: role × place in the room × whose it is × archived. */
let server: TestServer;
let people: Record<"olga" | "other" | Role, Person>;
let made = 0;

beforeAll(async () => {
  server = await startTestServer();
  const itself = Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, Role>;
  people = await cast(server.url, { olga: "superuser", other: "staff", ...itself });
});
afterAll(() => server.stop());

type Said = { status: number; code?: string };
const said = ({ status, body }: Answer): Said =>
  status < 400 ? { status: 200 } : { status, code: (body as { code: string }).code };

/** What somebody (`me`) tries in a room of Olga's. */
type Scene = { me: Person; room: string; own: boolean; place: Place };

const messages = "/api/chat/messages/";
const participants = "/api/chat/participants/";

/** A message of the caller's, or of Olga's. Whoever may not send has none of their own. */
async function message({ me, room, own }: Scene): Promise<string> {
  const by = own ? me : people.olga;
  return ((await by.rest.post(messages, { room, content: "Look" })).body as Message).id;
}

async function participantOf(person: Person, room: string): Promise<number> {
  const list = await people.olga.rest.get(`${participants}?room=${room}`);
  const { results } = list.body as { results: Participant[] };
  return results.find(({ user }) => user.id === person.id)?.id ?? 0;
}

const inRooms: Record<RoomAction, (scene: Scene) => Promise<Answer>> = {
  "room.read": ({ me, room }) => me.rest.get(`/api/chat/rooms/${room}/`),
  "room.mark_read": ({ me, room }) => me.rest.post(`/api/chat/rooms/${room}/mark_read/`),
  "room.typing": async ({ me, room }) => {
    const socket = await SocketListener.connect(server.url, me.access);
    const ack = await socket.ask("typing", { room, is_typing: true });
    socket.close();
    return { status: ack.ok ? 200 : 403, body: ack.error, headers: new Headers() };
  },
  "room.mute": async ({ me, room, own }) =>
    me.rest.post(`${participants}${await participantOf(own ? me : people.olga, room)}/mute/`, { muted: true }),
  "room.leave": ({ me, room }) => me.rest.post(`/api/chat/rooms/${room}/leave/`),
  "message.send": ({ me, room }) => me.rest.post(messages, { room, content: "Hello" }),
  "message.edit": async (scene) =>
    scene.me.rest.patch(`${messages}${await prepared(scene, message)}/`, { content: "Changed" }),
  "message.delete": async (scene) => scene.me.rest.delete(`${messages}${await prepared(scene, message)}/`),
  "message.urgent": async (scene) =>
    scene.me.rest.post(`${messages}${await prepared(scene, message)}/urgent/`, { reason: "Water" }),
  "message.react": async (scene) =>
    scene.me.rest.post(`${messages}${await prepared(scene, message)}/reactions/`, { emoji: "👍" }),
  "message.report": async (scene) =>
    scene.me.rest.post("/api/reports/", { message: await prepared(scene, message), reason: "spam" }),
  "message.pin": async (scene) => scene.me.rest.post(`${messages}${await prepared(scene, message)}/pin/`),
  "room.update": ({ me, room }) => me.rest.patch(`/api/chat/rooms/${room}/`, { name: "New" }),
  "room.archive": ({ me, room }) => me.rest.post(`/api/chat/rooms/${room}/archive/`),
  "participant.add": ({ me, room }) => me.rest.post(participants, { room, user: people.other.id }),
  "participant.update": async ({ me, room }) =>
    me.rest.patch(`${participants}${await participantOf(people.olga, room)}/`, { is_admin: true }),
  "participant.silence": async ({ me, room }) =>
    me.rest.delete(`${participants}${await participantOf(people.olga, room)}/silence/`),
  "participant.remove": async ({ me, room }) =>
    me.rest.delete(`${participants}${await participantOf(people.olga, room)}/`),
};

/** Where nothing can be written, what the action is about was there before. */
let before: Promise<string> | undefined;
const prepared = (scene: Scene, make: (scene: Scene) => Promise<string>) => before ?? make(scene);

async function roomFor(me: Person, place: Place): Promise<string> {
  const participant_ids = place === "outside" ? [] : [me.id];
  const answer = await people.olga.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids });
  const { id } = answer.body as Room;
  if (place === "admin") {
    await people.olga.rest.patch(`${participants}${await participantOf(me, id)}/`, { is_admin: true });
  }
  return id;
}

/** What the table gives, read once more: the code that reads it is under test. */
function expectedInRoom(action: RoomAction, role: Role, { place, own }: Pick<Scene, "place" | "own">) {
  const { by } = ruleOf(action);
  const grant = by[role];
  // Of a send the role is looked at before the room.
  if (place === "outside") return action === "message.send" && grant === "never" ? "forbidden" : "not_participant";
  const admin = place === "admin";
  const granted = { participant: true, author: own, author_or_admin: own || admin, admin, never: false };
  return granted[grant] ? undefined : "forbidden";
}

type Rule = ReturnType<typeof ruleOf> & { archived: boolean; silenced: boolean; announced: boolean };
type State = {
  bring: (scene: Scene) => Promise<unknown>;
  code?: string;
  stops: (rule: Rule, place: Place) => boolean;
};

/** What may stand in the way in a group, beside the role and the place. */
const states: Record<"open" | "archived" | "silenced" | "announced", State> = {
  open: { bring: () => Promise.resolve(), stops: () => false },
  archived: {
    bring: ({ room }) => people.olga.rest.post(`/api/chat/rooms/${room}/archive/`),
    code: "room_archived",
    stops: ({ archived }) => !archived,
  },
  // Nobody silences an admin: somebody who is silenced may become one.
  silenced: {
    async bring({ me, room, place }) {
      const seat = `${participants}${await participantOf(me, room)}/`;
      if (place === "admin") await people.olga.rest.patch(seat, { is_admin: false });
      expect((await people.olga.rest.post(`${seat}silence/`, {})).status).toBe(200);
      if (place === "admin") await people.olga.rest.patch(seat, { is_admin: true });
    },
    code: "silenced",
    stops: ({ silenced }) => !silenced,
  },
  announced: {
    bring: ({ room }) => people.olga.rest.patch(`/api/chat/rooms/${room}/`, { who_writes: "admins" }),
    code: "only_admins_write",
    stops: ({ announced }, place) => !announced && place !== "admin",
  },
};

/** From the most to the least. */
const ranks: readonly Role[] = ["superuser", "manager", "staff", "viewer"];

function expectedInHouse(action: HouseAction, role: Role, { own, about }: { own: boolean; about: Role }) {
  const notAbove = ranks.indexOf(about) >= ranks.indexOf(role);
  return { always: true, own, rank: notAbove, never: false }[ruleOf(action).by[role]];
}

const places: readonly Place[] = ["outside", "participant", "admin"];

describe.each(Object.keys(inRooms) as RoomAction[])("%s", (action) => {
  it.each(roles)("as %s", async (role) => {
    const me = people[role];
    const grants = Object.values(ruleOf(action).by);
    const byAuthor = grants.some((grant) => grant.startsWith("author"));
    for (const place of places) {
      for (const own of byAuthor && place !== "outside" ? [false, true] : [false]) {
        for (const [state, how] of Object.entries(states) as [keyof typeof states, (typeof states)["open"]][]) {
          const scene: Scene = {
            me,
            place,
            own: own && (role !== "viewer" || action === "room.mute"),
            room: await roomFor(me, place),
          };
          const open = expectedInRoom(action, role, scene);
          // It adds nothing to a refusal.
          if (state !== "open" && open !== undefined) continue;
          const code = how.stops(ruleOf(action), place) ? how.code : open;
          before =
            state !== "open" && action.startsWith("message.") ? Promise.resolve(await message(scene)) : undefined;
          await how.bring(scene);

          const answer = said(await inRooms[action](scene));
          expect(answer, `${place}, ${own ? "own" : "another's"}, ${state}`).toEqual(
            code === undefined ? { status: 200 } : { status: 403, code },
          );
        }
      }
    }
  });
});

describe("Between two of whom one has blocked the other", () => {
  // Reporting goes to the moderators and not between the two, and has a test of its own below.
  const actions = (Object.keys(inRooms) as RoomAction[]).filter(
    (action) => action.startsWith("message.") && action !== "message.report",
  );
  it.each([...actions, "room.typing"] as const)("%s, by either", async (action) => {
    const { staff: me, olga } = people;
    const { id: room } = (await me.rest.post("/api/chat/rooms/", { participant_ids: [olga.id] })).body as Room;
    before = message({ me, room, own: true, place: "participant" });
    await before;
    for (const [blocker, blocked] of [
      [me, olga],
      [olga, me],
    ] as const) {
      expect((await blocker.rest.post(`/api/users/${blocked.id}/block/`)).status).toBe(204);
      const answer = said(await inRooms[action]({ me, room, own: true, place: "participant" }));
      // Taken back for what follows.
      expect((await blocker.rest.delete(`/api/users/${blocked.id}/block/`)).status).toBe(204);
      if (action === "message.delete") return expect(answer).toEqual({ status: 200 });
      expect(answer).toEqual({ status: 403, code: "blocked" });
    }
    expect(said(await inRooms[action]({ me, room, own: true, place: "participant" }))).toEqual({ status: 200 });
  });
});

it("Somebody who has blocked another may still report what they wrote", async () => {
  const { staff: me, olga } = people;
  const { id: room } = (await me.rest.post("/api/chat/rooms/", { participant_ids: [olga.id] })).body as Room;
  const { body } = await olga.rest.post(messages, { room, content: "Go away" });
  expect((await me.rest.post(`/api/users/${olga.id}/block/`)).status).toBe(204);
  const answer = await me.rest.post("/api/reports/", { message: (body as { id: string }).id, reason: "harassment" });
  expect((await me.rest.delete(`/api/users/${olga.id}/block/`)).status).toBe(204);
  expect(answer.status).toBe(201);
});

type About = { me: Person; own: boolean; role: Role };

const accounts = new Map<Role, Promise<number>>();
/** Somebody of this role who is nobody else in this test. */
function account(role: Role): Promise<number> {
  const known = accounts.get(role) ?? newAccount(people.olga, role).then(({ body }) => (body as { id: number }).id);
  accounts.set(role, known);
  return known;
}
const newAccount = (by: Person, role: Role) =>
  by.rest.post("/api/users/", { username: `new${++made}`, password: "a long enough password", role });

async function taskFor(person: Person): Promise<number> {
  const task = await people.olga.rest.post("/api/tasks/", { title: "Mow", assigned_to: person.id });
  return (task.body as Task).id;
}

const inHouse: Record<HouseAction, (about: About) => Promise<Answer>> = {
  "people.list": ({ me }) => me.rest.get("/api/users/"),
  "profile.change": ({ me }) => me.rest.patch("/api/users/me/", { first_name: "New" }),
  "devices.manage": ({ me }) => me.rest.get("/api/users/me/sessions/"),
  "account.secure": ({ me }) => me.rest.get("/api/users/me/pin/"),
  "devices.share": ({ me }) => me.rest.get("/api/admin/shared-devices/"),
  "people.block": async ({ me }) => me.rest.post(`/api/users/${await account("staff")}/block/`),
  "people.create": ({ me, role }) => newAccount(me, role),
  "people.change": async ({ me, role }) => me.rest.patch(`/api/users/${await account(role)}/`, { first_name: "New" }),
  "people.devices": async ({ me, role }) => me.rest.get(`/api/users/${await account(role)}/sessions/`),
  "people.invite": ({ me, role }) => me.rest.post("/api/admin/invites/", { role }),
  "rooms.manage": ({ me }) => me.rest.get("/api/admin/rooms/"),
  "house.system": ({ me }) => me.rest.get("/api/admin/system/"),
  "house.settings": ({ me }) => me.rest.get("/api/admin/settings/"),
  "push.manage": ({ me }) => me.rest.get("/api/admin/push/"),
  "people.report": ({ me }) => me.rest.post("/api/reports/", { person: people.other.id, reason: "spam" }),
  "warnings.read": ({ me }) => me.rest.get("/api/warnings/"),
  "held.own": ({ me }) => me.rest.get("/api/chat/held/"),
  "reports.decide": async ({ me, role }) => {
    const filed = await people.other.rest.post("/api/reports/", { person: await account(role), reason: "spam" });
    return me.rest.get(`/api/admin/reports/${(filed.body as { id: string }).id}/`);
  },
  "audit.read": ({ me }) => me.rest.get("/api/admin/audit/"),
  "properties.read": ({ me }) => me.rest.get("/api/properties/"),
  "properties.write": ({ me }) => me.rest.post("/api/properties/", { name: "Casa" }),
  "tasks.read": ({ me }) => me.rest.get("/api/tasks/"),
  "tasks.write": ({ me }) => me.rest.post("/api/tasks/", { title: "Mow" }),
  "tasks.status": async ({ me, own }) =>
    me.rest.patch(`/api/tasks/${await taskFor(own ? me : people.other)}/`, { status: "completed" }),
  "files.upload": ({ me }) =>
    postForm(me, "/api/chat/attachments/", {}, { file: { bytes: "Words", name: "note.txt" } }),
  "rooms.create": ({ me }) => me.rest.post("/api/chat/rooms/", { room_type: "group", participant_ids: [] }),
};

/** What is always one's own has no cell for another's. */
const oneself: readonly HouseAction[] = [
  "profile.change",
  "devices.manage",
  "account.secure",
  "warnings.read",
  "held.own",
];

describe.each(Object.keys(inHouse) as HouseAction[])("%s", (action) => {
  it.each(roles)("as %s", async (role) => {
    const grants: string[] = Object.values(ruleOf(action).by);
    for (const own of oneself.includes(action) ? [true] : grants.includes("own") ? [false, true] : [false]) {
      for (const about of grants.includes("rank") ? roles : (["staff"] as const)) {
        const answer = said(await inHouse[action]({ me: people[role], own, role: about }));
        const may = expectedInHouse(action, role, { own, about });
        expect(answer, `${own ? "own" : "another's"}, ${about}`).toEqual(
          may ? { status: 200 } : { status: 403, code: "forbidden" },
        );
      }
    }
  });
});

it("has a cell for every action, and no others", () => {
  expect([...Object.keys(inRooms), ...Object.keys(inHouse)].sort()).toEqual(Object.keys(permissions).sort());
});

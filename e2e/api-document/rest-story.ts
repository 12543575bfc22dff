import type { Message, Room } from "@/lib/contract/shapes";
import type { Recorder } from "./recorder";
import { adminStory } from "./admin-story";
import { filesStory } from "./files-story";
import { notificationsStory } from "./notifications-story";
import { heldStory } from "./held-story";
import { reportsStory } from "./reports-story";
import { passkeyStory } from "./passkey-story";
import { secondFactorStory } from "./second-factor-story";
import { workStory } from "./work-story";

type Pair = { access: string; refresh: string };
type Listed = { results: { id: string }[] };

const password = "correct horse battery";
const clientId = "3f0d7a52-6c1e-4b7a-9a53-2f4f0d8e9c11";
const phone = { "User-Agent": "AriStay/2.4 (Android 15; Pixel 9)" };

/** Who and what the socket transcripts go on with. */
export type Told = { ada: string; ben: string; room: string; message: string };

/** The first days of a small company, told by one call of every operation. Ids count from 1: the database is new. */
export async function restStory(recorder: Recorder): Promise<Told> {
  const call = recorder.call.bind(recorder);
  const silent = true as const;

  await call("setUp", {
    body: { username: "ada", password, email: "ada@example.com", first_name: "Ada", last_name: "Moreno" },
  });
  const ada = (await call<Pair>("signIn", { body: { username: "ada", password }, silent })).access;
  await call("createUser", {
    by: ada,
    body: {
      username: "ben",
      password,
      email: "ben@example.com",
      first_name: "Ben",
      last_name: "Carter",
      role: "staff",
      task_group: "maintenance",
    },
  });
  for (const username of ["cleo", "dan"]) {
    await call("createUser", { by: ada, body: { username, password, first_name: username, role: "staff" }, silent });
  }
  const ben = await tokens(recorder);
  await call("getMe", { by: ben });
  await call("updateMe", {
    by: ben,
    body: { timezone: "Europe/Madrid", quiet_hours: { days: [0, 6], start: "22:00", end: "07:00" } },
  });
  await call("listUsers", { by: ben, query: { search: "ada" } });
  await call("blockUser", { by: ben, params: { id: 4 } });
  await call("listBlocks", { by: ben });
  await call("unblockUser", { by: ben, params: { id: 4 } });
  await call("updateUser", { by: ada, params: { id: 4 }, body: { is_active: false } });
  await workStory(recorder, ada, ben);
  const room = await rooms(recorder, ada, ben);
  const message = await messages(recorder, ada, ben, room);
  await filesStory(recorder, ben, room);
  const seat = await participants(recorder, ada, ben, room);
  await notificationsStory(recorder, { ben, message, seat });
  await reportsStory(recorder, { ada, ben, room });
  await heldStory(recorder, { ada, ben, room });
  await sessions(recorder, ada);
  await secondFactorStory(recorder, ada);
  await passkeyStory(recorder, ada);
  await adminStory(recorder, ada, room);
  await call("listAudit", { by: ada, query: { page_size: 2 } });
  await call("sync", { by: ben });
  return { ada, ben, room, message };
}

/** Everything about tokens; gives an access token of Ben's that lives on. */
async function tokens(recorder: Recorder): Promise<string> {
  const call = recorder.call.bind(recorder);
  const first = await call<Pair>("signIn", { body: { username: "ben@example.com", password }, headers: phone });
  await call("signIn", { body: { username: "ben", password: "a guess" }, status: 401 });
  await call("verifyToken", { body: { token: first.access } });
  const second = await call<Pair>("refreshSession", { body: { refresh: first.refresh } });
  await call("refreshSession", { body: { refresh: first.refresh }, status: 401 });
  await call("revokeSession", { body: { refresh: second.refresh } });
  const third = await call<Pair>("signIn", { body: { username: "ben", password }, silent: true });
  await call("revokeAllSessions", { by: third.access });
  await call("getMe", { by: third.access, status: 401 });
  return (await call<Pair>("signIn", { body: { username: "ben", password }, headers: phone, silent: true })).access;
}

async function rooms(recorder: Recorder, ada: string, ben: string): Promise<string> {
  const call = recorder.call.bind(recorder);
  const made = await call<Room>("createRoom", {
    by: ada,
    body: { room_type: "group", name: "Turnover team", participant_ids: [2, 3] },
  });
  await call("createRoom", { by: ben, body: { participant_ids: [1] }, silent: true });
  const id = made.id;
  await call("createRoom", { by: ben, body: { room_type: "group", participant_ids: [99] }, status: 400 });
  await call("updateRoom", { by: ada, params: { id }, body: { description: "Who cleans what, and when." } });
  await call("getRoom", { by: ben, params: { id } });
  await call("getRoom", { by: ben, params: { id: "0199a1b2-0000-4000-8000-00000000ffff" }, status: 404 });
  await call("archiveRoom", { by: ada, params: { id } });
  await call("unarchiveRoom", { by: ada, params: { id } });
  const other = await call<Room>("createRoom", {
    by: ada,
    body: { room_type: "group", name: "Old list", participant_ids: [2] },
    silent: true,
  });
  await call("leaveRoom", { by: ben, params: { id: other.id } });
  await call("deleteRoom", { by: ada, params: { id: other.id } });
  return id;
}

async function messages(recorder: Recorder, ada: string, ben: string, room: string): Promise<string> {
  const call = recorder.call.bind(recorder);
  const body = { room, content: "The boiler is fixed, @ada.", client_id: clientId };
  const { id } = await call<Message>("sendMessage", { by: ben, body });
  const params = { id };
  await call("sendMessage", { by: ben, body, status: 200 });
  await call("sendMessage", { by: ben, body: { ...body, content: "Something else" }, status: 409 });
  await call("sendMessage", { by: ben, body: { room, content: "  " }, status: 400 });
  await call("listRooms", { by: ada, query: { unread: true } });
  await call("roomStats", { by: ada, params: { id: room } });
  await call("markMessageRead", { by: ada, params });
  await call("markRoomRead", { by: ben, params: { id: room }, body: {} });
  await call("addReaction", { by: ada, params, body: { emoji: "👍" } });
  await call("getMessage", { by: ben, params });
  await call("removeReaction", { by: ada, params: { id, emoji: "👍" } });
  await call("pinMessage", { by: ada, params });
  await call("unpinMessage", { by: ada, params });
  await call("editMessage", { by: ben, params, body: { content: "The boiler in Villa Mar is fixed, @ada." } });
  await call("editMessage", { by: ada, params, body: { content: "Not mine" }, status: 403 });
  const reply = { room, content: "Thank you!", reply_to: id };
  const answered = await call<Message>("sendMessage", { by: ada, body: reply, silent: true });
  await call("listMessages", { by: ben, query: { room, page_size: 1 } });
  await call("listMessages", { by: ben, query: { room, before: answered.id, limit: 1 } });
  await call("searchMessages", { by: ada, query: { q: "boiler" } });
  const wrong = await call<Message>("sendMessage", { by: ben, body: { room, content: "Sent too soon" }, silent: true });
  await call("deleteMessage", { by: ben, params: { id: wrong.id } });
  await call("getMessage", { by: ben, params: { id: wrong.id }, status: 404 });
  return id;
}

async function participants(recorder: Recorder, ada: string, ben: string, room: string): Promise<number> {
  const call = recorder.call.bind(recorder);
  const listed = await call<{ results: { id: number; user: { id: number } }[] }>("listParticipants", {
    by: ben,
    query: { room },
  });
  const of = (user: number) => listed.results.find((one) => one.user.id === user)?.id ?? 0;
  await call("getParticipant", { by: ben, params: { id: of(2) } });
  await call("removeParticipant", { by: ada, params: { id: of(3) } });
  await call("addParticipant", { by: ada, body: { room, user: 3 } });
  await call("updateParticipant", { by: ada, params: { id: of(2) }, body: { is_admin: true } });
  await call("updateParticipant", { by: ada, params: { id: of(2) }, body: { is_admin: false }, silent: true });
  await call("silenceParticipant", {
    by: ada,
    params: { id: of(2) },
    body: { until: "2099-01-01T07:00:00Z" },
  });
  await call("sendMessage", { by: ben, body: { room, content: "But the boiler!" }, status: 403 });
  await call("liftSilence", { by: ada, params: { id: of(2) } });
  await call("muteParticipant", {
    by: ben,
    params: { id: of(2) },
    body: { muted: true, muted_until: "2099-01-01T07:00:00Z" },
  });
  await call("listTyping", { by: ada, query: { room } });
  return of(2);
}

/** Devices; Cleo's and a second one of Ada's are there to be signed out. */
async function sessions(recorder: Recorder, ada: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const signIn = (username: string) =>
    call<Pair>("signIn", { body: { username, password }, headers: phone, silent: true });
  await signIn("ada");
  const own = await call<Listed>("listOwnSessions", { by: ada });
  await call("endOwnSession", { by: ada, params: { id: own.results[0]?.id ?? "" } });
  await signIn("ada");
  await call("endOtherSessions", { by: ada });
  await signIn("cleo");
  const cleo = (await signIn("cleo")).access;
  const listed = await call<Listed>("listUserSessions", { by: ada, params: { id: 3 } });
  await call("endUserSession", { by: ada, params: { id: 3, session: listed.results[1]?.id ?? "" } });
  await call("changePassword", {
    by: cleo,
    body: { current_password: password, password: "a longer horse battery" },
  });
  await call("endUserSessions", { by: ada, params: { id: 3 } });
}

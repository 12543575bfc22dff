import { expect, vi } from "vitest";
import { SocketListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import type { SocketCommand } from "@/lib/contract/acknowledgements";
import type { Told } from "./rest-story";
import { Transcript } from "./transcript";

type Acked = { ok: boolean; message?: { id: string; seq: number }; cursor?: string };

/** Every command of Socket.IO, and every event that the commands and the REST calls of two people lead to. */
export async function socketStory(url: string, { ada, ben, room }: Told) {
  const commands = new Transcript();
  const events = new Transcript();
  const writer = await SocketListener.connect(url, ben);
  const reader = await SocketListener.connect(url, ada);
  const rest = new RestClient(url, ada);

  const ask = async (name: SocketCommand, payload: object, title: string): Promise<Acked> => {
    commands.part(title);
    commands.sent("ben", payload, name);
    return commands.heard("ben", await writer.ask(name, payload));
  };
  const event = async (type: string, of: string = room) => {
    const heard = await reader.events.find((one) => one.type === type && one.room === of, type);
    events.part(`\`${type}\``);
    events.heard("ada", [heard], "events");
  };

  // A cursor stands before whatever was still being written when it was taken, by whomever: a job, for one.
  const settled = () =>
    vi.waitFor(
      async () => {
        const { cursor } = (await writer.ask("sync", { cursor: null })) as Acked;
        expect(await writer.ask("sync", { cursor })).toMatchObject({ events: [] });
      },
      { timeout: 10_000 },
    );

  await settled();
  const start = await ask("sync", { cursor: null }, "Where am I? Asked once, after the lists were loaded");
  const client_id = "8c1d34f0-0f5e-4a53-9d6b-52b7f6f4a002";
  const sent = await ask("message:send", { client_id, room, content: "Linen is in the hall." }, "Send");
  const id = sent.message?.id ?? "";
  await event("message.created");
  await ask("message:edit", { id, content: "Linen is in the hall cupboard." }, "Edit");
  await event("message.updated");
  await ask("reaction:set", { id, emoji: "🧺", on: true }, "React; `on: false` takes it back");
  await event("reaction.changed");
  await rest.post(`/api/chat/messages/${id}/pin/`);
  await event("message.pinned");
  await ask("read", { room, seq: sent.message?.seq ?? 0 }, "Read up to a number");
  await rest.post(`/api/chat/rooms/${room}/mark_read/`);
  await event("read.advanced");
  await ask("typing", { room, is_typing: true }, "Type");
  commands.heard("ada", (await reader.others.find((one) => one.name === "typing", "typing")).payload, "typing");
  await ask("message:delete", { id }, "Delete");
  await event("message.deleted");
  await settled();
  await ask("sync", { cursor: start.cursor ?? null, limit: 1 }, "What did I miss?");
  await ask("auth:refresh", { token: ben }, "A fresh access token on the living connection");
  await ask("message:send", { client_id, room, content: "Other words" }, "A refusal");

  await membersAndRooms(rest, room, event);
  commands.part("Ben's session ends: signed out elsewhere, deactivated, or the token ran out");
  await new RestClient(url, ben).post("/api/token/revoke-all/");
  const revoked = await writer.others.find((one) => one.name === "session:revoked", "session:revoked");
  commands.heard("ben", revoked.payload, "session:revoked");
  writer.close();
  reader.close();
  return { commands, events, types: new Set(reader.events.all.map(({ type }) => type)) };
}

/** What admins do to a room and to who is in it. */
async function membersAndRooms(rest: RestClient, room: string, event: (type: string, of?: string) => Promise<void>) {
  const listed = (await rest.get(`/api/chat/participants/?room=${room}`)).body as {
    results: { id: number; user: { id: number } }[];
  };
  const cleo = listed.results.find((one) => one.user.id === 3)?.id ?? 0;
  await rest.patch(`/api/chat/participants/${cleo}/`, { is_admin: true });
  await event("participant.updated");
  await rest.delete(`/api/chat/participants/${cleo}/`);
  await event("participant.left");
  await rest.post("/api/chat/participants/", { room, user: 3 });
  await event("participant.joined");
  const made = await rest.post("/api/chat/rooms/", { room_type: "group", name: "Laundry", participant_ids: [2] });
  const { id } = made.body as { id: string };
  await event("room.created", id);
  await rest.patch(`/api/chat/rooms/${id}/`, { name: "Laundry and linen" });
  await event("room.updated", id);
  await rest.post(`/api/chat/rooms/${id}/archive/`);
  await event("room.archived", id);
}

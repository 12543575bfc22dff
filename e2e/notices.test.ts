import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notice } from "@/lib/contract/notice";
import type { Message, Participant, Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./setup/cast";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();
const { indexMessages } = await import("@/lib/domain/messages/index-messages");

let server: TestServer;
let people: Record<"ada" | "ben" | "cleo", Person>;
let room: string;
type Answer = { results: Notice[]; has_more: boolean; unread_count: number };

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff" });
});
afterAll(() => server.stop());

const notices = async (person: Person, query = ""): Promise<Answer> => {
  const answer = await person.rest.get(`/api/notifications/${query}`);
  expect(answer.status).toBe(200);
  return answer.body as Answer;
};
const send = async (person: Person, content: string, more: object = {}): Promise<Message> => {
  const answer = await person.rest.post("/api/chat/messages/", { room, content, ...more });
  expect(answer.status).toBe(201);
  return answer.body as Message;
};
const told = ({ results }: Answer) =>
  results.map(({ kind, actor, message, emoji }) => [kind, actor?.username, message?.preview, emoji]);

describe("what concerned somebody", () => {
  it("is who named or answered them, reacted to what they wrote, and the rooms they came into", async () => {
    const { ada, ben, cleo } = people;
    const made = await ada.rest.post("/api/chat/rooms/", {
      room_type: "group",
      name: "Roof",
      participant_ids: [ben.id, cleo.id],
    });
    room = (made.body as Room).id;
    const mine = await send(ben, "I am on the roof");
    await send(ada, "Nothing for anybody");
    await send(ada, "Careful, @ben");
    await send(cleo, "Where exactly?", { reply_to: mine.id });
    await send(ada, "All down, @all");
    await ada.rest.post(`/api/chat/messages/${mine.id}/reactions/`, { emoji: "👍" });
    await cleo.rest.post(`/api/chat/messages/${mine.id}/reactions/`, { emoji: "👀" });
    await cleo.rest.call("DELETE", `/api/chat/messages/${mine.id}/reactions/${encodeURIComponent("👀")}/`);
    await ben.rest.post(`/api/chat/messages/${mine.id}/reactions/`, { emoji: "🎉" });

    const answer = await notices(ben);
    expect(told(answer)).toEqual([
      ["reaction", "ada", "I am on the roof", "👍"],
      ["mention", "ada", "All down, @all", null],
      ["reply", "cleo", "Where exactly?", null],
      ["mention", "ada", "Careful, @ben", null],
      ["added", undefined, undefined, null],
    ]);
    expect(answer).toMatchObject({ unread_count: 5, has_more: false });
    expect(answer.results.map(({ room }) => room.display_name)).toEqual(Array(5).fill("Roof"));
    expect(told(await notices(ada))).toEqual([]);
  });

  it("goes on page by page", async () => {
    const first = await notices(people.ben, "?limit=2");
    expect(first.has_more).toBe(true);
    const next = await notices(people.ben, `?limit=2&before=${first.results.at(-1)?.at}`);
    expect(told(next).map(([kind]) => kind)).toEqual(["reply", "mention"]);
  });

  it("is seen once it was looked at, or read in its room, and never unseen again", async () => {
    const { ada, ben } = people;
    await ben.rest.post(`/api/chat/rooms/${room}/mark_read/`);
    // What was read there is read; that somebody reacted is not among the messages.
    expect((await notices(ben)).unread_count).toBe(2);
    const [newest] = (await notices(ben)).results;
    const see = async (until: string | undefined) =>
      (await ben.rest.post("/api/notifications/seen/", { until })).body as { unread_count: number };
    expect(await see(newest?.at)).toEqual({ unread_count: 0 });
    expect(await see("2026-01-01T00:00:00Z")).toEqual({ unread_count: 0 });
    await see("2099-01-01T00:00:00Z");
    await send(ada, "One more, @ben");
    expect((await notices(ben)).unread_count).toBe(1);
  });

  it("is also what has one of their words, whole and in any spelling, unless it is told as something else", async () => {
    const { ada, ben } = people;
    const before = (await notices(ben)).unread_count;
    await ben.rest.patch("/api/users/me/", { keywords: ["Boiler", "c++ (new)", "nước"] });
    await send(ada, "The BOÏLER, @ben");
    await send(ada, "Two boilers");
    await send(ben, "My boiler");
    const said = ["The boïler!", "Learn C++ (new) today", "Hết NƯỚC rồi"];
    for (const text of said) await send(ada, text);
    const found = async () => (await notices(ben)).results.filter(({ kind }) => kind === "keyword");
    expect((await found()).map(({ message }) => message?.preview)).toEqual(said.toReversed());
    expect((await notices(ben)).unread_count).toBe(before + said.length + 1);
    // The same once the search index has it.
    await indexMessages(() => true);
    expect((await found()).map(({ message }) => message?.preview)).toEqual(said.toReversed());
    expect((await notices(ada)).results.filter(({ kind }) => kind === "keyword")).toEqual([]);
    await ben.rest.patch("/api/users/me/", { keywords: [] });
    expect(await found()).toEqual([]);
    await ben.rest.post(`/api/chat/rooms/${room}/mark_read/`);
    await send(ada, "Once more, @ben");
  });

  it("is gone with the message, and with the room", async () => {
    const { ada, ben } = people;
    const [latest] = (await notices(ben)).results;
    await ada.rest.call("DELETE", `/api/chat/messages/${latest?.message?.id}/`);
    expect((await notices(ben)).unread_count).toBe(0);
    const { results } = (await ada.rest.get(`/api/chat/participants/?room=${room}`)).body as { results: Participant[] };
    const seat = results.find(({ user }) => user.id === ben.id)?.id;
    expect((await ada.rest.call("DELETE", `/api/chat/participants/${seat}/`)).status).toBe(204);
    expect(await notices(ben)).toEqual({ results: [], has_more: false, unread_count: 0 });
    await ada.rest.post("/api/chat/participants/", { room, user: ben.id });
    // Of what was said before they came back, nothing is told.
    expect(told(await notices(ben)).map(([kind]) => kind)).toEqual(["added"]);
  });
});

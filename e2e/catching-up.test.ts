import { afterAll, beforeAll, expect, it } from "vitest";
import type { RoomEvent } from "@/lib/contract/events";
import type { Message } from "@/lib/contract/shapes";
import { applyEvents } from "@/lib/client/apply-events";
import { catchUp } from "@/lib/client/catch-up";
import { keys } from "@/lib/client/keys";
import { beginHeads, makeQueryClient } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";
import type { Timeline } from "@/lib/client/timeline";
import { cast, type Person } from "./setup/cast";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";

await useTestDatabase();

type SyncAnswer = { events: RoomEvent[]; cursor: string; has_more: boolean; reset: boolean };

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let room: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  const made = await people.ada.rest.post("/api/chat/rooms/", { participant_ids: [people.ben.id] });
  room = (made.body as { id: string }).id;
});
afterAll(() => server.stop());

const say = (content: string) => people.ada.rest.post("/api/chat/messages/", { room, content });

async function newest(): Promise<Timeline> {
  const answer = await people.ben.rest.get(`/api/chat/messages/?room=${room}&limit=50&include_deleted=true`);
  const { results, has_more } = answer.body as { results: Message[]; has_more: boolean };
  return { messages: results.toReversed(), hasOlder: has_more, hasNewer: false };
}

/** A browser of Ben's that holds the room as it is now. */
async function looking() {
  const client = makeQueryClient();
  const { cursor } = (await sync(null, 1)) as { cursor: string };
  const list = (await people.ben.rest.get("/api/chat/rooms/")).body as { results: RoomList["items"]; count: number };
  client.setQueryData(keys.me, { id: people.ben.id });
  client.setQueryData<RoomList>(keys.rooms, { items: list.results, count: list.count });
  client.setQueryData(keys.timeline(room), await newest());
  beginHeads(client, list.results);
  return { client, cursor };
}

async function sync(cursor: string | null, limit: number): Promise<SyncAnswer> {
  const query = new URLSearchParams({ ...(cursor && { cursor }), limit: String(limit) });
  return (await people.ben.rest.get(`/api/chat/sync/?${query.toString()}`)).body as SyncAnswer;
}

it("takes up everything of a long absence, page by page, also what was changed meanwhile", async () => {
  await say("Seen before");
  const { client, cursor } = await looking();
  const seen = client.getQueryData<Timeline>(keys.timeline(room))?.messages.at(-1);
  const missed = Array.from({ length: 1_000 }, (_, i) => `Missed ${i}`);
  await Promise.all(missed.map(say));
  await people.ada.rest.patch(`/api/chat/messages/${seen?.id}/`, { content: "Changed meanwhile" });

  let at: string | null = cursor;
  let pages = 0;
  await catchUp(client, {
    cursor: { get: () => at, set: (next) => (at = next) },
    sync: async (input) => {
      pages += 1;
      return { ok: true, ...(await sync(input.cursor, 100)) };
    },
    connected: () => true,
    reload: () => expect.fail("nothing is to be read afresh"),
    mostPages: 30,
  });

  expect(pages).toBe(11);
  const { messages } = client.getQueryData<Timeline>(keys.timeline(room)) ?? { messages: [] };
  expect(messages.map((message) => message.content)).toContain("Changed meanwhile");
  expect(messages.filter((message) => message.content.startsWith("Missed"))).toHaveLength(missed.length);
  expect(messages.slice(-50).map((message) => message.id)).toEqual((await newest()).messages.map(({ id }) => id));
  expect(client.getQueryData<RoomList>(keys.rooms)?.items[0]?.unread_count).toBe(100);
});

it("reads everything afresh, from the present cursor, after an absence that is too long to be told", async () => {
  const { client, cursor } = await looking();
  await Promise.all(Array.from({ length: 30 }, (_, i) => say(`Far too much ${i}`)));
  let at: string | null = cursor;
  let reloads = 0;
  await catchUp(client, {
    cursor: { get: () => at, set: (next) => (at = next) },
    sync: async (input) => ({ ok: true, ...(await sync(input.cursor, 5)) }),
    connected: () => true,
    reload: () => (reloads += 1),
    mostPages: 3,
  });
  expect(reloads).toBe(1);
  expect((await sync(at, 100)).events).toEqual([]);
});

it("tells a gap among live events, and heals one that the log leaves because the copy is older than the cursor", async () => {
  const { client, cursor } = await looking();
  await say("One");
  await say("Two");
  const { events } = await sync(cursor, 100);
  const [, second] = events;
  if (!second) throw new Error("Two events were expected.");
  expect(applyEvents(client, [second]).missed).toBe(true);
  const shown = () => client.getQueryData<Timeline>(keys.timeline(room))?.messages.at(-1)?.content;
  expect(shown()).not.toBe("Two");
  applyEvents(client, [second], "log");
  expect(shown()).toBe("Two");
  expect(client.getQueryState(keys.timeline(room))?.isInvalidated).toBe(true);
});

it("answers with the contract's fields and no other, as long as the house keeps messages for ever", async () => {
  expect(Object.keys(await sync(null, 1)).sort()).toEqual(["cursor", "events", "has_more", "reset"]);
});

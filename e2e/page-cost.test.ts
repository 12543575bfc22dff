import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/database";
import type { Ctx } from "@/lib/domain/ctx";
import { listMessages } from "@/lib/domain/messages/list-messages";
import { listMessagesPage } from "@/lib/domain/messages/list-messages-page";
import { listRooms } from "@/lib/domain/rooms/list-rooms";
import { cast, type Person } from "./setup/cast";
import { counted } from "./setup/counted";
import { useTestDatabase } from "./setup/test-database";
import { startTestServer, type TestServer } from "./setup/test-server";
import { unhurried } from "./setup/unhurried";

await useTestDatabase();

let server: TestServer;
let people: Record<"ada" | "ben", Person>;
let ctx: Ctx;
const sizes = { small: 200, large: 200_000 };
const rooms: Record<keyof typeof sizes, string> = { small: "", large: "" };

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff" });
  ctx = { userId: people.ada.id, sessionId: "", username: "ada", role: "staff" };
  for (const size of ["small", "large"] as const) rooms[size] = await makeRoom(sizes[size]);
  await database().db.execute(sql`analyze`);
}, 120_000);
afterAll(() => server.stop());

/** A room with a long past, written at once: what its counters and its log would say had it been lived. */
async function makeRoom(messages: number): Promise<string> {
  const made = await people.ada.rest.post("/api/chat/rooms/", {
    room_type: "group",
    name: `${messages} messages`,
    participant_ids: [people.ben.id],
  });
  const { id } = made.body as { id: string };
  await unhurried(async (tx) => {
    await tx.execute(sql`
      insert into messages (room_id, seq, number, sender_id, content, created_at, modified_at)
      select ${id}::uuid, n + 1, n, ${people.ben.id}::int, 'm' || n, at, at
      from generate_series(1, ${messages}::int) n, lateral (select clock_timestamp() + n * interval '1 ms' as at) t`);
    await tx.execute(sql`
      insert into events (room_id, seq, type, message_id, user_id)
      select room_id, seq, 'message.created', id, sender_id from messages where room_id = ${id}::uuid`);
    await tx.execute(sql`
      update rooms set last_seq = ${messages}::int + 1, message_total = ${messages}::int, message_count = ${messages}::int,
        last_message_id = (select id from messages where room_id = ${id}::uuid order by messages.seq desc limit 1)
      where id = ${id}::uuid`);
  });
  return id;
}

const page = (room: string, number: number) =>
  counted(() => listMessagesPage(ctx, { room, page: number, page_size: 50, ordering: "-created_at" }));

it("reads the newest, a middle and the oldest page at the same cost, in a small room and in a large one", async () => {
  const costs: Record<string, number> = {};
  for (const size of ["small", "large"] as const) {
    const last = sizes[size] / 50;
    for (const [name, number] of [
      ["newest", 1],
      ["middle", Math.ceil(last / 2)],
      ["oldest", last],
    ] as const) {
      const { result, blocks } = await page(rooms[size], number);
      expect(result.count).toBe(sizes[size]);
      expect(result.results).toHaveLength(50);
      costs[`${size} ${name}`] = blocks;
    }
  }
  // A page's rows may straddle one block more, and a larger tree may be a level deeper: nothing else may differ.
  const all = Object.values(costs);
  expect(Math.max(...all) - Math.min(...all), JSON.stringify(costs)).toBeLessThanOrEqual(3);
});

it("goes on from a cursor at the same cost, wherever it stands", async () => {
  const costs: number[] = [];
  for (const number of [2, 2000, 3999]) {
    const { result } = await page(rooms.large, number);
    const before = result.results.at(-1)?.id ?? "";
    const next = await counted(() =>
      listMessages(ctx, { room: rooms.large, before, limit: 50, ordering: "-created_at" }),
    );
    expect(next.result.results).toHaveLength(50);
    costs.push(next.blocks);
  }
  expect(Math.max(...costs) - Math.min(...costs), JSON.stringify(costs)).toBeLessThanOrEqual(4);
});

it("lists rooms with at most three statements, however many there are", async () => {
  const few = await counted(() => listRooms(ctx, { page_size: 100 }));
  for (let i = 0; i < 30; i++) {
    await people.ada.rest.post("/api/chat/rooms/", {
      room_type: "group",
      name: `Room ${i}`,
      participant_ids: [people.ben.id],
    });
  }
  const many = await counted(() => listRooms(ctx, { page_size: 100 }));
  expect(many.result.results).toHaveLength(32);
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThanOrEqual(3);
});

describe("while messages arrive", () => {
  type Slice = { results: { id: string; seq: number }[]; has_more: boolean };
  /** Ten for every page: 100 a second for a reader of ten pages a second, on a machine of any speed. */
  const perPage = 10;

  /** Reads a room to its end in one direction, each page in the midst of new messages for as long as `busy` says so. */
  async function walk(room: string, way: "before" | "after", first: string, busy: (pages: number) => boolean) {
    const seen: number[] = [];
    const order = way === "before" ? "-created_at" : "created_at";
    let inserted = 0;
    for (let cursor = first, pages = 0, more = true; more; pages += 1) {
      const path = `/api/chat/messages/?room=${room}&limit=20&ordering=${order}${cursor && `&${way}=${cursor}`}`;
      const arriving = busy(pages) ? perPage : 0;
      inserted += arriving;
      const send = (_: unknown, i: number) =>
        people.ben.rest.post("/api/chat/messages/", { room, content: `meanwhile ${pages} ${i}` });
      const [answer, ...sent] = await Promise.all([
        people.ada.rest.get(path),
        ...Array.from({ length: arriving }, send),
      ]);
      expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201));
      const { results, has_more } = answer.body as Slice;
      seen.push(...results.map((m) => m.seq));
      cursor = results.at(-1)?.id ?? cursor;
      more = has_more;
    }
    return { seen, inserted };
  }

  it("goes back to the first message, and neither skips nor repeats one", async () => {
    const { seen, inserted } = await walk(await makeRoom(500), "before", "", () => true);
    expect(inserted).toBeGreaterThanOrEqual(250);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => (seen[0] ?? 0) - i));
    expect(seen.at(-1)).toBe(2);
  });

  it("goes forward to the last of those that came meanwhile, and neither skips nor repeats one", async () => {
    const room = await makeRoom(500);
    const oldest = (await page(room, 10)).result.results.at(-1);
    const { seen, inserted } = await walk(room, "after", oldest?.id ?? "", (pages) => pages < 25);
    expect(inserted).toBe(250);
    expect(seen).toEqual(Array.from({ length: 499 + inserted }, (_, i) => (oldest?.seq ?? 0) + 1 + i));
  });
});

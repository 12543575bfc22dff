import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cast, type Person } from "@/e2e/setup/cast";
import { expectRefused, slashForms } from "@/e2e/setup/contract-client";
import { crew } from "@/e2e/setup/crew";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import type { Message, Room } from "@/lib/contract/shapes";

await useTestDatabase();

/** Lists of messages, reading, reactions, pins and search. */
let server: TestServer;
let people: Record<"ada" | "ben" | "cleo" | "vera" | "mona", Person>;

beforeAll(async () => {
  server = await startTestServer();
  people = await cast(server.url, { ada: "staff", ben: "staff", cleo: "staff", vera: "viewer", mona: "manager" });
});
afterAll(() => server.stop());

const url = "/api/chat/messages/";

describe.each(slashForms)("Messages together, %s", (_, form) => {
  const { as, group, send } = crew(form, () => ({ url: server.url, people }));
  /** Every page of a list, one after the other. */
  const walk = async (name: keyof typeof people, query: string) => {
    const found: string[] = [];
    const counts = new Set<number>();
    for (let next: string | null = `http://localhost:3000${url}?${query}`; next;) {
      const page: Page = (await as(name).get(url + new URL(next).search)).body as Page;
      counts.add(page.count);
      found.push(...page.results.map((m) => m.id));
      next = page.next;
    }
    return { found, counts: [...counts] };
  };
  const ids = async (name: keyof typeof people, query: string) =>
    ((await as(name).get(`${url}?${query}`)).body as Page).results.map((m) => m.id);

  describe("in lists", () => {
    let room: Room;
    let sent: string[];
    beforeAll(async () => {
      room = await group(["ada", "ben", "vera"]);
      sent = [];
      for (let i = 1; i <= 7; i++) sent.push((await send("ada", room.id, `Number ${i}`)).id);
      await as("ada").delete(`${url}${sent[2] ?? ""}/`);
    });
    const living = () => sent.filter((__, i) => i !== 2);

    it("come newest first, or oldest first, in pages", async () => {
      expect(await ids("ben", `room=${room.id}`)).toEqual(living().toReversed());
      expect(await ids("ben", `room=${room.id}&ordering=-created_at`)).toEqual(living().toReversed());
      expect(await ids("ben", `room=${room.id}&ordering=created_at`)).toEqual(living());
      expect(await ids("ben", `room=${room.id}&ordering=created_at&include_deleted=true`)).toEqual(sent);
      for (const ordering of ["created_at", "-created_at"]) {
        const { found, counts } = await walk("ben", `room=${room.id}&ordering=${ordering}&page_size=4`);
        expect(counts).toEqual([6]);
        expect(found).toEqual(ordering === "created_at" ? living() : living().toReversed());
      }
      expectRefused(await as("ben").get(`${url}?room=${room.id}&page=2`), 404, "not_found");
    });

    it("come beside a cursor, in the list's order", async () => {
      const [one, two, , four, five, six, seven] = sent;
      const slice = async (query: string) =>
        (await as("ben").get(`${url}?room=${room.id}&${query}`)).body as { results: Message[]; has_more: boolean };
      const shown = async (query: string) => {
        const { results, has_more } = await slice(query);
        return [results.map((m) => m.id), has_more];
      };
      expect(await shown("limit=2")).toEqual([[seven, six], true]);
      expect(await shown(`before=${six}&limit=2`)).toEqual([[five, four], true]);
      expect(await shown(`before=${four}&limit=5`)).toEqual([[two, one], false]);
      expect(await shown(`after=${four}&limit=2`)).toEqual([[six, five], true]);
      expect(await shown(`after=${four}&limit=2&ordering=created_at`)).toEqual([[five, six], true]);
      expect(await shown(`after=${seven}`)).toEqual([[], false]);
      expect(await shown(`around=${four}&limit=3&ordering=created_at`)).toEqual([[two, four, five], true]);
      expect(await shown(`around=${four}&ordering=created_at`)).toEqual([living(), false]);
      // The cursor may be a deleted message.
      expect(await shown(`before=${sent[2]}&ordering=created_at`)).toEqual([[one, two], false]);
      expect((await slice("limit=5000")).results).toHaveLength(6);
      expectRefused(await as("ben").get(`${url}?before=${one}&after=${two}`), 400, "invalid_input");
      expectRefused(await as("ben").get(`${url}?room=${room.id}&limit=0`), 400, "invalid_input", "limit");
      const other = await group(["ada", "ben"]);
      const elsewhere = await send("ada", other.id, "Elsewhere");
      for (const cursor of [randomUUID(), elsewhere.id, "nonsense"]) {
        for (const way of ["before", "after", "around"]) {
          const answer = await as("ben").get(`${url}?room=${room.id}&${way}=${cursor}`);
          expectRefused(answer, 400, "invalid_input", way);
        }
      }
    });

    it("keep their place while messages arrive", async () => {
      const busy = await group(["ada", "ben"]);
      for (let i = 0; i < 20; i++) await send("ada", busy.id, `Old ${i}`);
      const old = (await ids("ben", `room=${busy.id}&page_size=100`)).toReversed();
      const found: string[] = [];
      let before = "";
      for (let more = true; more;) {
        const query = `room=${busy.id}&limit=6${before && `&before=${before}`}`;
        const page = (await as("ben").get(`${url}?${query}`)).body as { results: Message[]; has_more: boolean };
        found.push(...page.results.map((m) => m.id));
        before = found.at(-1) ?? "";
        more = page.has_more;
        await send("ada", busy.id, "New");
      }
      expect(found.toReversed()).toEqual(old);
    });

    it("come from all of the caller's rooms and no other", async () => {
      const two = await group(["ben", "ada"]);
      const mine = await send("ben", two.id, "In another room");
      const hidden = await group(["cleo"]);
      const foreign = await send("cleo", hidden.id, "Not for Ben");
      const { found: all, counts } = await walk("ben", "page_size=40");
      expect(all[0]).toBe(mine.id);
      expect(all).toEqual(expect.arrayContaining(living()));
      expect(all).not.toContain(foreign.id);
      expect(counts).toEqual([all.length]);
      expect((await walk("ben", "ordering=created_at&page_size=100")).found.toReversed()).toEqual(all);
      expect(await ids("ben", `before=${mine.id}&limit=3`)).toEqual(all.slice(1, 4));
      for (const way of ["before", "after", "around"]) {
        expectRefused(await as("ben").get(`${url}?${way}=${foreign.id}`), 400, "invalid_input", way);
      }
      await as("ben").post(`${url}${mine.id}/pin/`);
      const pinned = await walk("ben", "pinned=true");
      expect(pinned.found).toContain(mine.id);
      expect(pinned.counts).toEqual([pinned.found.length]);
    });

    it("are refused to strangers", async () => {
      for (const stranger of ["cleo", "mona"] as const) {
        expectRefused(await as(stranger).get(`${url}?room=${room.id}`), 403, "not_participant");
        expectRefused(await as(stranger).get(`${url}?room=${room.id}&limit=1`), 403, "not_participant");
      }
      expectRefused(await as("ada").get(`${url}?room=${randomUUID()}`), 404, "not_found");
      for (const query of ["ordering=content", "include_deleted=maybe", "pinned=x", "page=0", "limit=x"]) {
        expectRefused(await as("ada").get(`${url}?${query}`), 400, "invalid_input", query.split("=")[0]);
      }
    });
  });

  it("are read together with everything before them", async () => {
    const room = await group(["ada", "ben", "vera"]);
    const one = await send("ada", room.id, "One");
    const two = await send("ada", room.id, "Two");
    const three = await send("ada", room.id, "Three");
    const read = await as("ben").post(`${url}${two.id}/mark_read/`);
    const time = expect.any(String) as string;
    expect(read).toMatchObject({
      status: 200,
      body: { id: two.id, is_read: true, read_count: 1, read_by: { [people.ben.id]: time } },
    });
    const states = async (name: keyof typeof people) =>
      ((await as(name).get(`${url}?room=${room.id}&ordering=created_at`)).body as Page).results.map((m) => [
        m.id,
        m.is_read,
        Object.keys(m.read_by),
      ]);
    const ben = String(people.ben.id);
    expect(await states("ben")).toEqual([
      [one.id, true, [ben]],
      [two.id, true, [ben]],
      [three.id, false, []],
    ]);
    expect((await states("vera")).map(([, is_read]) => is_read)).toEqual([false, false, false]);
    expect((await as("vera").post(`${url}${one.id}/mark_read/`)).body).toMatchObject({ read_count: 2 });
    // Its sender is never among the readers.
    expect((await as("ada").post(`${url}${three.id}/mark_read/`)).body).toMatchObject({ read_count: 0, read_by: {} });
  });

  it("take one reaction a person and emoji", async () => {
    const room = await group(["ada", "ben", "vera"]);
    const { id } = await send("ada", room.id, "React");
    const path = `${url}${id}/reactions/`;
    const thumb = { emoji: "👍", count: 1, user_ids: [people.ben.id] };
    for (let i = 0; i < 2; i++) {
      expect(await as("ben").post(path, { emoji: "👍" })).toMatchObject({ status: 200, body: { reactions: [thumb] } });
    }
    const both = await as("ada").post(path, { emoji: "👍" });
    expect((both.body as Message).reactions).toEqual([
      { emoji: "👍", count: 2, user_ids: [people.ben.id, people.ada.id] },
    ]);
    for (let i = 0; i < 2; i++) {
      const off = await as("ada").delete(`${path}${encodeURIComponent("👍")}/`);
      expect(off).toMatchObject({ status: 200, body: { reactions: [thumb] } });
    }
    for (const emoji of ["", "x", "👍👍", "👍 ok", "1", "\0", undefined, 5]) {
      expectRefused(await as("ben").post(path, { emoji }), 400, "invalid_input", "emoji");
    }
    for (const emoji of ["👨‍👩‍👧", "🇻🇳", "👍🏽", "❤️", "1️⃣"]) {
      expect((await as("ben").post(path, { emoji })).status).toBe(200);
      expect((await as("ben").delete(`${path}${encodeURIComponent(emoji)}/`)).status).toBe(200);
    }
    expectRefused(await as("ben").delete(`${path}x/`), 400, "invalid_input", "emoji");
    expectRefused(await as("vera").post(path, { emoji: "👍" }), 403, "forbidden");
    expectRefused(await as("vera").delete(`${path}${encodeURIComponent("👍")}/`), 403, "forbidden");
    const faces = Array.from({ length: 20 }, (__, i) => String.fromCodePoint(0x1f600 + i));
    for (const emoji of faces.slice(0, 19)) expect((await as("ben").post(path, { emoji })).status).toBe(200);
    expectRefused(await as("ben").post(path, { emoji: faces[19] }), 400, "invalid_input", "emoji");
    expect((await as("ada").post(path, { emoji: faces[0] })).status).toBe(200);
  });

  it("are pinned by anyone who may write, at most a hundred a room", async () => {
    const room = await group(["ada", "ben", "vera"]);
    const { id } = await send("ada", room.id, "Pin me");
    for (let i = 0; i < 2; i++) {
      const pinned = await as("ben").post(`${url}${id}/pin/`);
      expect(pinned).toMatchObject({ status: 200, body: { id } });
      expect((pinned.body as Message).pinned_at).not.toBeNull();
    }
    expect(await ids("vera", `room=${room.id}&pinned=true`)).toEqual([id]);
    expectRefused(await as("vera").post(`${url}${id}/pin/`), 403, "forbidden");
    expectRefused(await as("vera").post(`${url}${id}/unpin/`), 403, "forbidden");
    for (let i = 0; i < 2; i++) {
      expect(await as("ada").post(`${url}${id}/unpin/`)).toMatchObject({ status: 200, body: { pinned_at: null } });
    }
    expect(await ids("vera", `room=${room.id}&pinned=true`)).toEqual([]);
    const many = await Promise.all(Array.from({ length: 101 }, (__, i) => send("ada", room.id, `Pin ${i}`)));
    for (const message of many.slice(0, 100)) {
      expect((await as("ada").post(`${url}${message.id}/pin/`)).status).toBe(200);
    }
    expectRefused(await as("ada").post(`${url}${many[100]?.id ?? ""}/pin/`), 409, "conflict");
    expect((await as("ada").get(`${url}?room=${room.id}&pinned=true&page_size=7`)).body).toMatchObject({ count: 100 });
  });

  it("are found by their words in the caller's rooms", async () => {
    const room = await group(["ada", "ben", "vera"]);
    const word = form === "" ? "carburador" : "dormitorio";
    const { id } = await send("ada", room.id, `El <b>${word}</b> está roto`);
    await send("ada", room.id, `Nada que ver`);
    const found = async (name: keyof typeof people, query: string) =>
      (await as(name).get(`${url}search/?${query}`)).body as Page & { results: { snippet: string }[] };
    for (const query of [word, word.toUpperCase(), `${word} esta`, word.slice(0, 6), word.replace("r", "x")]) {
      const { results, count } = await found("ben", `q=${encodeURIComponent(query)}`);
      expect([count, results.map((m) => m.id)]).toEqual([1, [id]]);
    }
    const [hit] = (await found("ben", `q=${word}&room=${room.id}&sender=${people.ada.id}&message_type=text`)).results;
    expect(hit?.snippet).toContain(`&lt;b&gt;<mark>${word}</mark>&lt;/b&gt;`);
    const today = new Date().toISOString().slice(0, 10);
    expect((await found("ben", `q=${word}&after_date=${today}&before_date=${today}`)).count).toBe(1);
    expect((await found("ben", `q=${word}&before_date=2020-01-01`)).count).toBe(0);
    expect((await found("ben", `q=${word}&has=attachment`)).count).toBe(0);
    expect((await found("ben", `q=${word}&sender=${people.ben.id}`)).count).toBe(0);
    expect((await found("cleo", `q=${word}`)).count).toBe(0);
    for (const q of ["", "ab", "%20%20a%20"]) {
      expectRefused(await as("ben").get(`${url}search/?q=${q}`), 400, "invalid_input", "q");
    }
    expectRefused(await as("ben").get(`${url}search/`), 400, "invalid_input", "q");
    expect((await as("ben").get(`${url}search/?q=${encodeURIComponent("厨房")}`)).status).toBe(200);
    expectRefused(await as("ben").get(`${url}search/?q=${word}&after_date=x`), 400, "invalid_input", "after_date");
    expectRefused(await as("ben").get(`${url}search/?q=${word}&has=x`), 400, "invalid_input", "has");
    expectRefused(await as("ben").get(`${url}search/?q=${word}&page=2`), 404, "not_found");
    expectRefused(await as("cleo").get(`${url}search/?q=${word}&room=${room.id}`), 403, "not_participant");
    await as("ada").delete(`${url}${id}/`);
    expect((await found("ben", `q=${word}`)).count).toBe(0);
  });
});

type Page = { count: number; next: string | null; previous: string | null; results: Message[] };

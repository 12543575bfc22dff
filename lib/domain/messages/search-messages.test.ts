import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { unhurried } from "@/e2e/setup/unhurried";
import type { Ctx } from "../ctx";
import type { SearchMessagesInput } from "./search-messages";

await useTestDatabase();
const { database } = await import("@/db/database");
const { foundQuery } = await import("@/db/queries/search-messages");
const { searchTerms, termPatterns } = await import("./search-terms");
const { indexMessages } = await import("./index-messages");
const { searchMessages } = await import("./search-messages");

let ada: Ctx;
let ben: Ctx;
let room: string;
let other: string;
let next = 0;

const id = async (query: ReturnType<typeof sql>) => {
  const [row] = await database().db.execute<{ id: string }>(query);
  return row?.id ?? "";
};

async function person(username: string): Promise<Ctx> {
  const userId = Number(await id(sql`insert into users (username) values (${username}) returning id`));
  return { userId, sessionId: "", username, role: "staff" };
}

/** Times one minute apart, so that the order is known. */
async function say(
  content: string,
  extra: { room?: string; sender?: Ctx; type?: string; files?: number; at?: string } = {},
): Promise<string> {
  next += 1;
  const at = extra.at ?? new Date(Date.UTC(2026, 0, 10, 0, next)).toISOString();
  return id(sql`insert into messages (room_id, seq, number, sender_id, message_type, content, attachment_count, created_at)
    values (${extra.room ?? room}, ${next}, ${next}, ${(extra.sender ?? ada).userId}, ${extra.type ?? "text"}, ${content},
      ${extra.files ?? 0}, ${at}) returning id`);
}

async function find(q: string, more: Partial<SearchMessagesInput> = {}, who = ada): Promise<string[]> {
  const { count, results } = await searchMessages(who, { q, page: 1, page_size: 50, ...more });
  expect(count).toBe(results.length);
  return results.map((message) => message.content);
}

beforeAll(async () => {
  const { db } = database();
  ada = await person("ada");
  ben = await person("ben");
  room = await id(sql`insert into rooms (room_type) values ('group') returning id`);
  other = await id(sql`insert into rooms (room_type, archived_at) values ('group', now()) returning id`);
  await db.execute(sql`insert into participants (room_id, user_id, left_at) values
    (${room}, ${ada.userId}, null), (${other}, ${ada.userId}, null), (${room}, ${ben.userId}, now())`);
});

test("Vietnamese and Spanish: case and accents do not matter, on either side", async () => {
  await say("Đừng quên dọn phòng ĐẸP");
  await say("La HABITACIÓN del niño está lista");
  expect(await find("dung PHONG dep")).toEqual(["Đừng quên dọn phòng ĐẸP"]);
  expect(await find("đẹp phòng")).toHaveLength(1);
  expect(await find("đẹp phòng".normalize("NFD"))).toHaveLength(1);
  expect(await find("habitacion nino")).toEqual(["La HABITACIÓN del niño está lista"]);
  expect(await find("HABITACIÓN")).toHaveLength(1);
  const { results } = await searchMessages(ada, { q: "nino", page: 1, page_size: 50 });
  expect(results[0]?.snippet).toBe("La HABITACIÓN del <mark>niño</mark> está lista");
});

test("Chinese, Japanese, Korean and Thai: substrings from two characters", async () => {
  await say("明日は部屋の清掃をお願いします。WiFiのパスワード");
  await say("ทำความสะอาดห้องน้ำแล้ว");
  await say("청소를 시작합니다");
  await say("请打扫厨房");
  expect(await find("清掃")).toHaveLength(1);
  expect(await find("部屋 パスワード wifi")).toHaveLength(1);
  expect(await find("ﾊﾟｽﾜｰﾄﾞ")).toHaveLength(1);
  expect(await find("ห้อง")).toEqual(["ทำความสะอาดห้องน้ำแล้ว"]);
  expect(await find("น้ำ")).toHaveLength(1);
  expect(await find("청소")).toHaveLength(1);
  expect(await find("厨房")).toHaveLength(1);
  expect(await find("厨室")).toHaveLength(0);
});

test("letters of other scripts have case, words and typos too", async () => {
  await say("ПРИВЕТ, Хозяйка");
  expect(await find("привет хозяйка")).toHaveLength(1);
  expect(await find("хозйяка привет")).toHaveLength(1);
  expect(await find("ривет хозяйка")).toHaveLength(1);
  expect(await find("озяйк привет")).toHaveLength(0);
});

test("all words; exact before prefix before typo, newest first within a rank", async () => {
  await say("boiler one");
  await say("boielr typo");
  await say("boilers prefix");
  await say("boiler two");
  expect(await find("boiler")).toEqual(["boiler two", "boiler one", "boilers prefix", "boielr typo"]);
  expect(await find("boiler one")).toEqual(["boiler one"]);
  expect(await find("one boil")).toEqual(["boiler one"]);
  expect(await find("boil one")).toEqual([]);
  const page = await searchMessages(ada, { q: "boiler", page: 2, page_size: 1 });
  expect([page.count, page.results[0]?.content]).toEqual([4, "boiler one"]);
  expect(await searchMessages(ada, { q: "boiler", page: 9, page_size: 50 })).toEqual({ count: 4, results: [] });
});

test.each([
  "clena",
  "celan",
  "lcean",
  "claen",
  "clen",
  "lean",
  "clea",
  "cleann",
  "xclean",
  "clxean",
  "cleax",
  "xlean",
  "clxan",
])("one typo: %s is found as clean", async (typed) => {
  await say(`it is ${typed}, zq${typed}`);
  expect(await find(`clean zq${typed}`)).toContain(`it is ${typed}, zq${typed}`);
});

test("no typo in short words, in numbers, nor two of them", async () => {
  await say("hall 45678 cupboard");
  for (const q of ["hell 45678", "hall 45679 cupboard", "cubpoadr hall"]) expect(await find(q)).toEqual([]);
  expect(await find("cubpoard hall")).toHaveLength(1);
});

test("nothing of it is a pattern", async () => {
  await say("100% a_b (c) x\\y");
  expect(await find("100% a_b (c)")).toHaveLength(1);
  expect(await find("1%0 .* a.b")).toEqual([]);
});

test("filters", async () => {
  await say("towels old", { at: "2026-02-01T23:59:59.9995Z" });
  await say("towels new", { at: "2026-02-03T00:00:00Z", sender: ben, type: "image", files: 1 });
  await say("towels archived", { room: other, at: "2026-02-02T12:00:00Z" });
  expect(await find("towels")).toEqual(["towels new", "towels archived", "towels old"]);
  expect(await find("towels", { room: other })).toEqual(["towels archived"]);
  expect(await find("towels", { sender: ben.userId })).toEqual(["towels new"]);
  expect(await find("towels", { message_type: "image" })).toEqual(["towels new"]);
  expect(await find("towels", { has: "attachment" })).toEqual(["towels new"]);
  expect(await find("towels", { before_date: "2026-02-01" })).toEqual(["towels old"]);
  expect(await find("towels", { after_date: "2026-02-03" })).toEqual(["towels new"]);
  expect(
    await find("towels", { after_date: "2026-02-02T14:00:00+02:00", before_date: "2026-02-02T12:00:00Z" }),
  ).toEqual(["towels archived"]);
});

test("deleted and system messages are never found", async () => {
  const gone = await say("curtains deleted");
  await database().db.execute(sql`update messages set deleted_at = now() where id = ${gone}`);
  await say("curtains system", { type: "system" });
  expect(await find("curtains")).toEqual([]);
});

test("at every moment the index may be brought up to date: new, edited and deleted messages are found as they are", async () => {
  const { db } = database();
  const log = (type: string, message: string) => {
    next += 1;
    return db.execute(sql`with e as (insert into events (room_id, seq, type, message_id)
      values (${room}, ${next}, ${type}, ${message}))
      update rooms set last_seq = ${next} where id = ${room}`);
  };
  const kept = await say("the pergola is wet");
  const gone = await say("the pergola is dry");
  await log("message.created", kept);
  expect(await find("pergola")).toHaveLength(2);
  await indexMessages();
  expect(await find("pergola")).toHaveLength(2);

  await db.execute(sql`update messages set content = 'the gazebo is wet' where id = ${kept}`);
  await log("message.updated", kept);
  await db.execute(sql`update messages set deleted_at = now() where id = ${gone}`);
  await log("message.deleted", gone);
  expect([await find("pergola"), await find("gazebo")]).toEqual([[], ["the gazebo is wet"]]);
  expect([await indexMessages(), await indexMessages()]).toEqual([2, 0]);
  expect([await find("pergola"), await find("gazebo")]).toEqual([[], ["the gazebo is wet"]]);
  const rows = await db.execute<{ text: string }>(sql`
    select text from message_search where message_id in (${kept}, ${gone})`);
  expect([...rows]).toEqual([{ text: "the gazebo is wet" }]);
});

test("who left or never was in the room finds nothing, and is refused when naming it", async () => {
  const stranger = await person("stranger");
  await say("secret passage");
  for (const who of [ben, stranger]) {
    expect(await find("secret passage", {}, who)).toEqual([]);
    await expect(find("secret", { room }, who)).rejects.toMatchObject({ code: "not_participant" });
  }
});

test.each(["ab", " a ", "語", "???", "น"])("too little to search for: %j", async (q) => {
  await expect(find(q)).rejects.toMatchObject({ code: "invalid_input", fields: { q: [expect.any(String)] } });
});

test(
  "a word, a typo and a substring are looked up in an index among 100,000 messages",
  { timeout: 90_000 },
  async () => {
    const { db } = database();
    await unhurried(async (tx) => {
      await tx.execute(sql`insert into messages (room_id, seq, number, sender_id, content)
      select ${room}, 1000 + n, 1000 + n, ${ada.userId},
        'filler ' || md5(n::text) || ' ' || md5((n * 7)::text) || ' 部屋' || n
      from generate_series(1, 100000) n`);
    });
    await say("the dehumidifier of 二階寝室 broke");
    await db.execute(sql`update rooms set last_seq = (select max(seq) from messages where room_id = ${room})
      where id = ${room}`);
    await indexMessages();
    await unhurried(async (tx) => {
      for (const index of ["message_search_idx", "message_search_grams_idx"]) {
        await tx.execute(sql`select gin_clean_pending_list(${index}::regclass)`);
      }
      await tx.execute(sql`analyze messages, message_search`);
    });
    for (const q of ["dehumidifier", "dehumidifeir", "寝室"]) {
      const started = performance.now();
      expect(await find(q)).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(2000);
      const words = searchTerms(q).map((term) => ({ ...term, patterns: termPatterns(term, "[:alnum:]") }));
      const plan = await db.execute<{ "QUERY PLAN": string }>(
        sql`explain ${foundQuery(ada.userId, words, {}, { limit: 50, offset: 0 })}`,
      );
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toMatch(/message_search(_grams)?_idx/);
      expect(text).not.toMatch(/Seq Scan on message/);
    }
  },
);

import { sql, type SQL } from "drizzle-orm";
import type { Db } from "@/db/database";

export type MessageSearch = {
  room?: string | undefined;
  sender?: number | undefined;
  message_type?: string | undefined;
  has?: "attachment" | undefined;
  /** Times in ISO 8601; both inclusive, but `until`. */
  from?: string | undefined;
  to?: string | undefined;
  until?: string | undefined;
};

/** A folded word, what it may be found by, and the patterns that decide. */
export type WordSearch = {
  text: string;
  substring: boolean;
  prefix: boolean;
  typo: boolean;
  patterns: { exact: string; prefix: string; typo: string };
};

/** For the rest of the transaction: how long a search may take, and how far off a candidate may be. */
export async function boundSearch(tx: Db, milliseconds: number, similarity: number): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true),
    set_config('pg_trgm.word_similarity_threshold', ${String(similarity)}, true)`);
}

export async function foldText(db: Db, text: string): Promise<string> {
  const [row] = await db.execute<{ folded: string }>(sql`select fold_text(${text}) as folded`);
  return row?.folded ?? "";
}

/** What an index can answer about a word: never less than what matches. Undefined when none can. */
function candidates(word: WordSearch): SQL | undefined {
  const grams = sql`search_grams(s.text)`;
  const ascii = /^[\0-\x7f]+$/.test(word.text);
  if (word.substring) {
    return /[^\0-\x7f]{2}/u.test(word.text) ? sql`${grams} @> search_grams(${word.text})` : undefined;
  }
  if (!ascii) {
    if (!/^[^\0-\x7f]{2,}$/u.test(word.text)) return undefined;
    // Of four pairs or more, one typo leaves at least one.
    return word.typo ? sql`${grams} && search_grams(${word.text})` : sql`${grams} @> search_grams(${word.text})`;
  }
  // Two letters are a trigram only with the word's start before them.
  const contained =
    word.text.length < 3 ? sql`s.text ~ ${`(^|[^a-z0-9])${word.text}`}` : sql`s.text like ${`%${word.text}%`}`;
  return word.typo ? sql`(${contained} or s.text %> ${word.text})` : contained;
}

/** 0 exact, 1 the start of a word, 2 a typo, 9 nothing. */
function rank(word: WordSearch): SQL {
  if (word.substring) return sql`case when strpos(x.text, ${word.text}) > 0 then 0 else 9 end`;
  // ICU's classes: under the C locale only ASCII has letters.
  const text = sql`x.text collate "und-x-icu"`;
  const prefix = word.prefix ? sql`when ${text} ~ ${word.patterns.prefix} then 1` : sql``;
  const typo = word.typo ? sql`when ${text} ~ ${word.patterns.typo} then 2` : sql``;
  return sql`case when ${text} ~ ${word.patterns.exact} then 0 ${prefix} ${typo} else 9 end`;
}

/**
 * The statement of `selectFound`, apart so that its plan can be looked at. What was written or edited since a room was last
 * taken into the index is looked at as it is, and instead of what the index says of it. Each hit's own row decides whether
 * it is still there.
 */
export function foundQuery(
  userId: number,
  words: WordSearch[],
  filter: MessageSearch,
  page: { limit: number; offset: number },
): SQL {
  const room = filter.room ? sql`and p.room_id = ${filter.room}` : sql``;
  const indexed = [
    sql`s.room_id in (select room_id from mine)`,
    sql`not exists (select from recent t where t.id = s.message_id)`,
    ...words.map(candidates).filter((part) => part !== undefined),
  ];
  const parts = [sql`m.deleted_at is null`];
  if (filter.sender !== undefined) parts.push(sql`m.sender_id = ${filter.sender}`);
  if (filter.message_type) parts.push(sql`m.message_type = ${filter.message_type}`);
  if (filter.has) parts.push(sql`m.attachment_count > 0`);
  if (filter.from) parts.push(sql`m.created_at >= ${filter.from}::timestamptz`);
  if (filter.to) parts.push(sql`m.created_at <= ${filter.to}::timestamptz`);
  if (filter.until) parts.push(sql`m.created_at < ${filter.until}::timestamptz`);
  // Materialized: a message is judged once, for the count and for the page. As an array, what is recent counts for the
  // planner as the few it is; it would take a third of each room for newer than the index, and read all messages.
  return sql`with mine as materialized (
      select p.room_id, coalesce(i.seq, 0) as seq
      from participants p left join search_progress i on i.room_id = p.room_id
      where p.user_id = ${userId} and p.left_at is null ${room}
    ), recent as materialized (
      select m.id from mine join messages m on m.room_id = mine.room_id and m.seq > mine.seq
      union
      select e.message_id from mine join events e on e.room_id = mine.room_id and e.seq > mine.seq
      where e.type = 'message.updated'
    ), texts as (
      select s.message_id as id, s.text from message_search s where ${sql.join(indexed, sql` and `)}
      union all
      select m.id, fold_text(m.content) from messages m
      where m.id = any(array(select id from recent)) and m.message_type <> 'system'
    ), hits as materialized (
      select m.id, m.created_at, greatest(${sql.join(words.map(rank), sql`, `)}) as rank
      from texts x join messages m on m.id = x.id where ${sql.join(parts, sql` and `)})
    select (select count(*)::int from hits where rank < 9) as count,
      (select coalesce(json_agg(x.id order by x.rank, x.created_at desc, x.id desc), '[]') from (
        select * from hits where rank < 9 order by rank, created_at desc, id desc
        limit ${page.limit} offset ${page.offset}) x) as ids`;
}

/** How many messages of the person's present rooms have all words, and one page of their ids: best and newest first. */
export async function selectFound(
  ...search: [Db, ...Parameters<typeof foundQuery>]
): Promise<{ count: number; ids: string[] }> {
  const [db, ...rest] = search;
  const [row] = await db.execute<{ count: number; ids: string[] }>(foundQuery(...rest));
  return row ?? { count: 0, ids: [] };
}

import { database } from "@/db/database";
import { selectMessagesById } from "@/db/queries/messages";
import { boundSearch, foldText, selectFound } from "@/db/queries/search-messages";
import type { Message } from "@/lib/contract/shapes";
import type { Ctx } from "../ctx";
import { accessRoom } from "../rooms/access-room";
import { presentMessagesFor } from "./present-messages";
import { checkQuery, searchTerms, termPatterns, typoThreshold } from "./search-terms";
import { snippet } from "./snippet";

export type SearchMessagesInput = {
  q: string;
  room?: string | undefined;
  sender?: number | undefined;
  message_type?: Message["message_type"] | undefined;
  has?: "attachment" | undefined;
  /** A date or a time; both inclusive, a date in UTC and as a whole. */
  after_date?: string | undefined;
  before_date?: string | undefined;
  page: number;
  page_size: number;
};

/** Under the pool's own limit, so that a costly search leaves its connection first. */
const longest = 3000;

/**
 * Messages of the caller's present rooms, archived ones too, that have all words: exact before prefix before typo,
 * newest first. Refuses with `invalid_input` (a query too short), `not_participant` or `not_found` (the room);
 * the statement limit comes out as `timeout`.
 */
export async function searchMessages(
  ctx: Ctx,
  input: SearchMessagesInput,
): Promise<{ count: number; results: (Message & { snippet: string })[] }> {
  checkQuery(input.q);
  const { db } = database();
  if (input.room) await accessRoom(db, ctx, input.room, "room.read");
  const terms = searchTerms(await foldText(db, input.q));
  const words = terms.map((term) => ({ ...term, patterns: termPatterns(term, "[:alnum:]") }));
  const page = { limit: input.page_size, offset: (input.page - 1) * input.page_size };
  const { count, rows } = await db.transaction(async (tx) => {
    await boundSearch(tx, longest, typoThreshold(terms));
    const found = await selectFound(tx, ctx.userId, words, { ...input, ...period(input) }, page);
    const byId = new Map((await selectMessagesById(tx, found.ids)).map((row) => [row.id, row]));
    // Deleted since it was found: a tombstone is no result.
    const alive = found.ids.map((id) => byId.get(id)).filter((row) => row !== undefined && row.deleted_at === null);
    return { count: found.count, rows: alive.filter((row) => row !== undefined) };
  });
  const messages = await presentMessagesFor(ctx.userId, rows, db);
  return { count, results: messages.map((message) => ({ ...message, snippet: snippet(message.content, terms) })) };
}

function period({ after_date, before_date }: SearchMessagesInput) {
  const isDate = (value: string) => !value.includes("T");
  const midnight = (date: string, days = 0) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString();
  return {
    from: after_date && isDate(after_date) ? midnight(after_date) : after_date,
    to: before_date && !isDate(before_date) ? before_date : undefined,
    until: before_date && isDate(before_date) ? midnight(before_date, 1) : undefined,
  };
}

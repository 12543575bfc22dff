import { database } from "@/db/database";
import { type LiveSession, noteSeen, selectLiveSession } from "@/db/queries/sessions";
import { log } from "@/lib/log/log";

/** How long an answer about a session may be repeated. Revocation holds within a second in every process. */
const maxAgeMs = 800;
const maxEntries = 10_000;

type Entry = { askedAt: number; answer: Promise<LiveSession | undefined> };
const slot = Symbol.for("aristay.live-sessions");
const shared = globalThis as { [slot]?: Map<string, Entry> };
const entries = () => (shared[slot] ??= new Map());

/** The session's person, or undefined when it is over; asks the database at most once in 800 ms. */
export function liveSession(sessionId: string): Promise<LiveSession | undefined> {
  const known = entries().get(sessionId);
  const now = performance.now();
  if (known && now - known.askedAt < maxAgeMs) return known.answer;
  if (entries().size >= maxEntries) entries().clear();
  const answer = ask(sessionId);
  const entry = { askedAt: now, answer };
  entries().set(sessionId, entry);
  // A fault is not remembered: the next call asks again.
  answer.catch(() => {
    if (entries().get(sessionId) === entry) entries().delete(sessionId);
  });
  return answer;
}

async function ask(sessionId: string): Promise<LiveSession | undefined> {
  const found = await selectLiveSession(database().db, sessionId);
  if (found?.unseen) {
    // Nobody waits for it, and nothing is lost with it but minutes.
    noteSeen(database().db, sessionId).catch((error: unknown) => log.warn({ err: error }, "a visit was not noted"));
  }
  return found?.session;
}

/** After a revocation in this process. */
export function forgetSessions(sessionIds: string[]): void {
  for (const id of sessionIds) entries().delete(id);
}

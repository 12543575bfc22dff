import type { Query, QueryClient } from "@tanstack/react-query";
import type { ZoneClock } from "@/lib/i18n/zone-clock";
import type { Catalogue } from "@/lib/i18n/catalogue";
import type { Locale } from "@/lib/i18n/locales";
import type { DeviceDatabase, Kept } from "@/lib/client/device-database";
import { keys } from "@/lib/client/keys";
import { joinPage, type RoomList } from "@/lib/client/room-list";
import { headsOf } from "@/lib/client/seq-heads";
import type { Timeline } from "@/lib/client/timeline";

/** What is kept, by the first part of its address in the query cache. */
const KEPT = new Set<unknown>(["me", "blocks", "rooms", "room", "timeline", "people", "tasks", "task", "property"]);
const SESSION = "session";
/** Newest messages of each room, and rooms, that are kept: about 1.5 MB when all are full. */
const MESSAGES = 50;
const ROOMS = 40;
const WAIT = 800;
/** Changes with the shapes: a copy made by an older release is not shown by a newer one that expects more in it. */
const FORMAT = process.env.SHAPES ?? "";

type Session = { format: string; cursor: string | null; heads: [string, number][]; words: Words };

const isTimeline = (queryKey: readonly unknown[]) => queryKey[0] === keys.timelines[0];
const isAboutRoom = (queryKey: readonly unknown[]) => isTimeline(queryKey) || queryKey[0] === "room";

/** The reader's language, with its words: a page that the server did not make has no other way to know them. */
export type Words = { locale: Locale; messages: Catalogue; timeZone: string; clock?: ZoneClock | undefined };

type Restored = { cursor: string | null; words: Words };

/**
 * Puts what was kept into the query cache, under whatever came with the page. Answers with the cursor up to which it is
 * true, from where the events are to be applied; null when there is nothing that this release can read.
 */
export async function restoreCopy(client: QueryClient, database: DeviceDatabase): Promise<Restored | null> {
  const all = await database.getAll("kept");
  const session = all.find((kept) => kept.key === SESSION)?.data as Session | undefined;
  if (session?.format !== FORMAT) return null;
  const heads = headsOf(client);
  const until = new Map(session.heads);
  for (const kept of all) if (kept.key !== SESSION) put(client, kept);
  for (const [room, seq] of until) heads.set(room, seq);
  for (const kept of all) {
    const room = String(kept.queryKey[1]);
    if (isTimeline(kept.queryKey) && kept.head < (until.get(room) ?? 0)) heads.markBehind(room);
  }
  return { cursor: session.cursor, words: session.words };
}

function put(client: QueryClient, { queryKey, data, at }: Kept): void {
  const present = client.getQueryData(queryKey);
  if (present === undefined) {
    client.setQueryData(queryKey, data, { updatedAt: at });
    // Shown at once, and read afresh when there is a connection: marks of reading, for one, are in no log.
    void client.invalidateQueries({ queryKey, exact: true, refetchType: "none" });
  } else if (queryKey[0] === keys.rooms[0]) {
    // The page brings the newest rooms; the rest of the list is as it was last seen.
    client.setQueryData<RoomList>(keys.rooms, (now) => {
      const known = new Set(now?.items.map((item) => item.id));
      const rest = now && now.items.length < now.count ? (data as RoomList).items.filter((i) => !known.has(i.id)) : [];
      return now && rest.length > 0 ? joinPage(now, rest.slice(0, now.count - now.items.length), now.count) : now;
    });
  }
}

/** Keeps the device's copy like the query cache, a moment behind it. Returns what stops it. */
export function keepCopy(
  client: QueryClient,
  database: DeviceDatabase,
  { cursor, words }: { cursor: () => string | null; words: Words },
): () => void {
  const cache = client.getQueryCache();
  const changed = new Map<string, readonly unknown[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const queries = [...changed];
    changed.clear();
    // A copy that cannot be written is out of date; the page itself is not.
    void writeCopy(client, database, queries, { cursor: cursor(), words }).catch(() => undefined);
  };
  const note = (query: Pick<Query, "queryKey" | "queryHash">) => {
    const [name, search] = query.queryKey;
    if (!KEPT.has(name) || (name === "people" && search !== "")) return;
    changed.set(query.queryHash, query.queryKey);
    timer ??= setTimeout(write, WAIT);
  };
  const stop = cache.subscribe((event) => {
    // `setState` is a room that has gone out of reach while it was on screen.
    const changes = event.type === "updated" && ["success", "setState"].includes(event.action.type);
    if (changes || event.type === "removed") note(event.query as Query);
  });
  for (const query of cache.getAll()) note(query);
  const onHidden = () => document.visibilityState === "hidden" && timer !== undefined && write();
  document.addEventListener("visibilitychange", onHidden);
  window.addEventListener("pagehide", onHidden);
  return () => {
    stop();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onHidden);
    window.removeEventListener("pagehide", onHidden);
  };
}

/** One transaction: what is kept and the cursor up to which it is true belong together. */
async function writeCopy(
  client: QueryClient,
  database: DeviceDatabase,
  queries: [key: string, queryKey: readonly unknown[]][],
  { cursor, words }: { cursor: string | null; words: Words },
): Promise<void> {
  const heads = headsOf(client);
  const listed = new Set(client.getQueryData<RoomList>(keys.rooms)?.items.map((item) => item.id));
  const tx = database.transaction("kept", "readwrite");
  const session: Session = { format: FORMAT, cursor, heads: heads.all(), words };
  await tx.store.put({ key: SESSION, queryKey: [], data: session, head: 0, at: Date.now() });
  for (const [key, queryKey] of queries) {
    const room = String(queryKey[1]);
    const held = client.getQueryState(queryKey);
    if (held?.data === undefined) {
      // Out of the tab's memory by age alone, or because the room is out of reach.
      if (isAboutRoom(queryKey) && !listed.has(room)) await tx.store.delete(key);
      continue;
    }
    const data = keepable(queryKey, held.data);
    if (data === undefined) continue;
    const head = isTimeline(queryKey) && !heads.isBehind(room) ? (heads.head(room) ?? 0) : 0;
    // Another tab may be further on than this one.
    if (isTimeline(queryKey) && ((await tx.store.get(key))?.head ?? 0) > head) continue;
    await tx.store.put({ key, queryKey, data, head, at: held.dataUpdatedAt });
  }
  const timelines = (await tx.store.getAll()).filter((kept) => isTimeline(kept.queryKey));
  const surplus = timelines.toSorted((a, b) => b.at - a.at).slice(ROOMS);
  for (const { key } of surplus) await tx.store.delete(key);
  await tx.done;
}

/** The newest messages of a timeline; of one that was opened in the middle, nothing. */
function keepable(queryKey: readonly unknown[], data: unknown): unknown {
  if (!isTimeline(queryKey) || data === undefined) return data;
  const timeline = data as Timeline;
  if (timeline.hasNewer) return undefined;
  const messages = timeline.messages.slice(-MESSAGES);
  return { messages, hasOlder: timeline.hasOlder || messages.length < timeline.messages.length, hasNewer: false };
}

/** Removes what the server showed. What was written here stays for its writer. */
export async function dropCopy(database: DeviceDatabase): Promise<void> {
  await database.clear("kept").catch(() => undefined);
}

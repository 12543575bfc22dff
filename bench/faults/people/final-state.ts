import type { Final } from "../history/entry";
import type { Person } from "./person";
import { shown, subjectOf, type SyncAnswer, type WireEvent, type WireMessage } from "./wire";

/** What the server says of these rooms, read by somebody who was in them all the time. */
export async function finalState({ rest }: Person, rooms: string[], cursor: string): Promise<Omit<Final, "at">[]> {
  const log: WireEvent[] = [];
  for (let at = cursor, more = true; more;) {
    const path = `/api/chat/sync/?cursor=${encodeURIComponent(at)}&limit=100`;
    const page = await rest.insist<SyncAnswer>("GET", path);
    log.push(...page.events);
    at = page.cursor;
    more = page.has_more;
  }
  return Promise.all(
    rooms.map(async (room) => {
      const { last_seq } = await rest.insist<{ last_seq: number }>("GET", `/api/chat/rooms/${room}/`);
      const { results } = await rest.insist<{ results: { user: { id: number }; last_read_seq: number }[] }>(
        "GET",
        `/api/chat/participants/?room=${room}&page_size=100`,
      );
      const messages: WireMessage[] = [];
      for (let more = true; more;) {
        const after = messages.at(-1)?.id;
        const page = await rest.insist<{ results: WireMessage[]; has_more: boolean }>(
          "GET",
          `/api/chat/messages/?room=${room}&ordering=created_at&include_deleted=true&limit=100` +
            (after === undefined ? "" : `&after=${after}`),
        );
        messages.push(...page.results);
        more = page.has_more;
      }
      return {
        e: "final",
        room,
        last_seq,
        log: log
          .filter((event) => event.room === room)
          .map((event) => ({ seq: event.seq ?? 0, type: event.type, ...subjectOf(event) })),
        messages: messages.map(shown),
        marks: results.map((one) => ({ user: one.user.id, seq: one.last_read_seq })),
      };
    }),
  );
}

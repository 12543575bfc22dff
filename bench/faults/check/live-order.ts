import type { Final, Heard, HeardEvent } from "../history/entry";
import type { Reading } from "../history/reading";
import type { Check, Violation } from "./violation";

export const liveOrder: Check = {
  name: "live",
  promise: "each connection hears the log: in its order, each event once, nothing that is not in it",
  run(reading) {
    const logs = new Map(reading.finals.map((final) => [final.room, logOf(final)]));
    return [...reading.heard.flatMap((one) => ghosts(one, logs)), ...disorder(reading, logs)];
  },
};

type Log = { bySeq: Map<number, string>; messages: Map<number, { id: string | null; user: number | null }> };
type Live = { place: number; event: HeardEvent };

function logOf({ log }: Final): Log {
  return {
    bySeq: new Map(log.map(({ seq, type, id }) => [seq, `${type} ${id ?? ""}`])),
    messages: new Map(
      log.filter(({ type }) => type === "message.created").map(({ seq, id, user }) => [seq, { id, user }]),
    ),
  };
}

function ghosts({ place, entry }: { place: number; entry: Heard }, logs: Map<string, Log>): Violation[] {
  return entry.events.flatMap(({ room, seq, type, id }) => {
    const log = logs.get(room);
    if (seq === null || !log) return [];
    const logged = log.bySeq.get(seq);
    if (logged === `${type} ${id ?? ""}`) return [];
    return [
      {
        what: `${entry.who} heard ${type} ${id ?? ""} as ${seq}; the log has ${logged ?? "nothing"} there.`,
        places: [place],
      },
    ];
  });
}

/** A raw connection hears messages only, and its own retries besides: those stand aside. */
function counts(entry: Heard, event: HeardEvent): boolean {
  return event.seq !== null && (entry.by === "socket" || event.user !== entry.who);
}

function disorder(reading: Reading, logs: Map<string, Log>): Violation[] {
  const streams = new Map<string, { entry: Heard; live: Live[] }>();
  for (const { place, entry } of reading.heard) {
    if (entry.how !== "live") continue;
    for (const event of entry.events) {
      if (!counts(entry, event)) continue;
      const key = `${entry.connection} ${event.room}`;
      const stream = streams.get(key) ?? { entry, live: [] };
      stream.live.push({ place, event });
      streams.set(key, stream);
    }
  }
  return [...streams.values()].flatMap(({ entry, live }) => {
    const faults = backwards(entry, live);
    // Only numbers without a gap can be told from a missing message; a raw connection must not miss any while it lives.
    if (faults.length > 0 || entry.by === "socket") return faults;
    return holes(entry, live, logs.get(live[0]?.event.room ?? ""));
  });
}

function backwards({ who, by }: Heard, live: Live[]): Violation[] {
  const violations: Violation[] = [];
  live.forEach(({ place, event }, index) => {
    const before = live[index - 1];
    if (!before || (event.seq ?? 0) > (before.event.seq ?? 0)) return;
    violations.push({
      what: `${who} heard ${event.seq ?? "?"} after ${before.event.seq ?? "?"} on one connection (${by}, room ${event.room}).`,
      places: [before.place, place],
    });
  });
  return violations;
}

function holes({ who }: Heard, live: Live[], log: Log | undefined): Violation[] {
  const heard = new Set(live.map(({ event }) => event.seq ?? 0));
  const first = live[0];
  const last = live.at(-1);
  if (!log || !first || !last) return [];
  const from = first.event.seq ?? 0;
  const to = last.event.seq ?? 0;
  return [...log.messages].flatMap(([seq, { id, user }]) => {
    if (seq <= from || seq >= to || user === who || heard.has(seq)) return [];
    return [
      {
        what: `${who} never heard ${id ?? "?"} (${seq}) on a raw connection that lived from ${from} to ${to}.`,
        places: [first.place, last.place],
      },
    ];
  });
}

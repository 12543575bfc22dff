import type { FaultEntry, Final, LoggedEvent, Membership } from "../history/entry";
import { opsThat, type Reading } from "../history/reading";
import { placesOf } from "./sends";
import type { Check, Violation } from "./violation";

/** After the acknowledgement a socket may still hear for this long (ms). */
const grace = 1000;
/** Where Redis was disturbed, other nodes learn it by their sweep. */
const graceBySweep = 5000;

export const removal: Check = {
  name: "removal",
  promise: "whoever is out of a room hears nothing of it, reads nothing and writes nothing",
  run(reading, slack) {
    const stays = new Map(reading.finals.map((final) => [final.room, absences(final)]));
    return [
      ...reading.finals.flatMap(written),
      ...heardByNumber(reading, stays),
      ...afterwards(reading, slack),
      ...lost(reading),
    ];
  },
};

type Absences = Map<number, { from: number; to: number }[]>;

/** The numbers between somebody's `participant.left` and their return. */
function absences({ log }: Pick<Final, "log">): Absences {
  const found: Absences = new Map();
  for (const { seq, type, user } of log) {
    if (user === null) continue;
    const mine = found.get(user) ?? [];
    if (type === "participant.left") mine.push({ from: seq, to: Infinity });
    const last = mine.at(-1);
    if (type === "participant.joined" && last) last.to = seq;
    found.set(user, mine);
  }
  return found;
}

function isOut(stays: Absences | undefined, user: number, seq: number): boolean {
  return stays?.get(user)?.some(({ from, to }) => seq > from && seq < to) ?? false;
}

function written(final: Final): Violation[] {
  const stays = absences(final);
  return final.log
    .filter(
      ({ type, user, seq }: LoggedEvent) => type === "message.created" && user !== null && isOut(stays, user, seq),
    )
    .map(({ user, seq }) => ({ what: `${user ?? "?"} wrote ${seq} into ${final.room} while out of it.`, places: [] }));
}

function heardByNumber(reading: Reading, stays: Map<string, Absences>): Violation[] {
  return reading.heard.flatMap(({ place, entry }) =>
    entry.events
      .filter(({ room, seq }) => seq !== null && isOut(stays.get(room), entry.who, seq))
      .map(({ room, seq, type }) => ({
        what: `${entry.who} heard ${type} ${seq ?? "?"} of ${room} while out of it (${entry.by}, ${entry.how}).`,
        places: [place],
      })),
  );
}

/** What bears no number of the log is judged by the server's own time of it; and by what could still be read. */
function afterwards(reading: Reading, slack: number): Violation[] {
  const violations: Violation[] = [];
  for (const out of outsOf(reading)) {
    const { from, until, gone, back } = out;
    const limit = gone.at + slack * (redisDisturbed(reading.faults, gone.at) ? graceBySweep : grace);
    for (const { place, entry } of reading.heard) {
      if (entry.who !== gone.user || place < from) continue;
      for (const { room, seq, type, moment } of entry.events) {
        const time = Date.parse(moment);
        if (room !== gone.room || seq !== null || time <= limit || time >= (back?.at ?? Infinity)) continue;
        const late = `${time - gone.at} ms after the removal was acknowledged`;
        violations.push({ what: `${entry.who} heard ${type} of ${room}, made ${late}.`, places: [from, place] });
      }
    }
    for (const op of opsThat(reading, "peek")) {
      if (op.who !== gone.user || op.action.room !== gone.room || op.outcome !== "ok") continue;
      if (op.invoked > from && op.done < until)
        violations.push({
          what: `${op.who} could read ${gone.room} while out of it.`,
          places: [from, ...placesOf([op])],
        });
    }
  }
  return violations;
}

function outsOf(reading: Reading) {
  return reading.members.flatMap(({ place: from, entry: gone }, index) => {
    if (gone.state !== "out") return [];
    const next = reading.members
      .slice(index + 1)
      .find(({ entry }: { entry: Membership }) => entry.user === gone.user && entry.room === gone.room);
    return [{ from, gone, until: next?.place ?? Infinity, back: next?.entry }];
  });
}

function redisDisturbed(faults: FaultEntry[], at: number): boolean {
  let since: number | undefined;
  for (const fault of faults) {
    if (!fault.names.some((name) => name.startsWith("redis") || name.startsWith("last"))) continue;
    if (fault.phase === "inject") since = fault.at;
    else if (since !== undefined && at >= since - graceBySweep && at <= fault.at + graceBySweep) return true;
    else since = undefined;
  }
  return since !== undefined && at >= since - graceBySweep;
}

/** Every acknowledged coming and going stands in the log, and nothing that nobody tried. */
function lost(reading: Reading): Violation[] {
  const violations: Violation[] = [];
  const going = [...opsThat(reading, "remove"), ...opsThat(reading, "leave")];
  for (const { room, log } of reading.finals) {
    for (const [type, ops] of [
      ["participant.left", going],
      ["participant.joined", opsThat(reading, "add")],
    ] as const) {
      const tried = ops.filter((op) => op.action.room === room);
      for (const user of new Set(tried.map((op) => op.action.user))) {
        const mine = tried.filter((op) => op.action.user === user);
        const least = mine.filter((op) => op.outcome === "ok").length;
        const most = least + mine.filter((op) => op.outcome === "unknown").length;
        const there = log.filter((event) => event.type === type && event.user === user).length;
        if (there >= least && there <= most) continue;
        const what = `${user} in ${room}: ${least} to ${most} times ${type} by the answers, ${there} times in the log.`;
        violations.push({ what, places: placesOf(mine).slice(0, 12) });
      }
    }
  }
  return violations;
}

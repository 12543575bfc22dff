import type { Final } from "../history/entry";
import type { Reading } from "../history/reading";
import { placesOf, sendsOf } from "./sends";
import type { Check, Violation } from "./violation";

export const oneOrder: Check = {
  name: "order",
  promise: "seq is gapless and one order for all, and agrees with what happened before what",
  run(reading) {
    return [...reading.finals.flatMap(logFaults), ...realTimeFaults(reading)];
  },
};

function logFaults({ room, last_seq, log, messages }: Final): Violation[] {
  const violations: Violation[] = [];
  const say = (what: string) => violations.push({ what: `Room ${room}: ${what}`, places: [] });
  log.forEach(({ seq, type }, index) => {
    const before = log[index - 1]?.seq ?? 0;
    if (seq !== before + 1) say(`the log goes from ${before} to ${seq} (${type}).`);
  });
  const end = log.at(-1)?.seq ?? 0;
  if (end !== last_seq) say(`the log ends at ${end}, the room says ${last_seq}.`);
  messages.forEach(({ id, seq }, index) => {
    const before = messages[index - 1];
    if (before && seq <= before.seq) say(`the history has seq ${seq} (${id}) after seq ${before.seq} (${before.id}).`);
  });
  const created = log.filter(({ type }) => type === "message.created");
  const seqs = new Map(messages.map((message) => [message.id, message.seq]));
  for (const { id, seq } of created) {
    const own = seqs.get(id ?? "");
    if (own !== seq) say(`the log has message ${id ?? "?"} at ${seq}, the history at ${own ?? "no place"}.`);
  }
  if (created.length !== messages.length)
    say(`the log made ${created.length} messages, the history has ${messages.length}.`);
  return violations;
}

/** What was acknowledged before another send began stands before it. */
function realTimeFaults(reading: Reading): Violation[] {
  type Moment = { place: number; room: string; seq: number; begins: boolean; token: string; places: number[] };
  const moments: Moment[] = [];
  for (const { token, room, tries } of sendsOf(reading).sends) {
    const acknowledged = tries.filter((one) => one.outcome === "ok");
    const seq = acknowledged[0]?.result.seq;
    if (seq === undefined) continue;
    const places = placesOf(tries);
    moments.push({ place: Math.min(...tries.map((t) => t.invoked)), room, seq, begins: true, token, places });
    moments.push({ place: Math.min(...acknowledged.map((t) => t.done)), room, seq, begins: false, token, places });
  }
  const violations: Violation[] = [];
  const highest = new Map<string, Moment>();
  for (const moment of moments.sort((a, b) => a.place - b.place)) {
    const top = highest.get(moment.room);
    if (!moment.begins) {
      if (!top || moment.seq > top.seq) highest.set(moment.room, moment);
    } else if (top && moment.seq <= top.seq) {
      violations.push({
        what: `${moment.token} got seq ${moment.seq}, though ${top.token} had been acknowledged as ${top.seq} before it was sent.`,
        places: [...top.places, ...moment.places],
      });
    }
  }
  return violations;
}

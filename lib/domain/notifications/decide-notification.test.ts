import { describe, expect, it } from "vitest";
import { type Decision, decideNotification, inUseDelay, type NotificationFacts } from "./decide-notification";
import { quietUntil } from "./quiet-until";

const nights = { days: [0, 1, 2, 3, 4, 5, 6], start: "22:00", end: "07:00" };
/** A Wednesday: in Hanoi 23:30, in Madrid 18:30. */
const now = new Date("2026-05-06T16:30:00Z");
const morning = new Date("2026-05-07T00:00:00Z");

type Given = {
  person?: Partial<NotificationFacts["person"]>;
  place?: Partial<NotificationFacts["place"]>;
  message?: Partial<NotificationFacts["message"]>;
  inUse?: boolean;
};

function facts({ person, place, message, inUse = false }: Given): NotificationFacts {
  return {
    now,
    person: {
      active: true,
      timezone: "Asia/Ho_Chi_Minh",
      quietHours: null,
      doNotDisturb: false,
      onDuty: false,
      ...person,
    },
    place: { inRoom: true, notify: "all", muted: false, mutedUntil: null, read: false, ...place },
    message: {
      own: false,
      system: false,
      deleted: false,
      concernsThem: false,
      urgent: false,
      blocked: false,
      ...message,
    },
    inUse,
  };
}

const tell: Decision = { tell: "now", delay: 0 };
const wait: Decision = { tell: "now", delay: inUseDelay };
const later: Decision = { tell: "later", at: morning };
const never = (why: Extract<Decision, { tell: "never" }>["why"]): Decision => ({ tell: "never", why });

const named = { concernsThem: true };
const urgent = { urgent: true };
const quiet = { quietHours: nights };
const dnd = { doNotDisturb: true };
const mentions = { notify: "mentions" } as const;
const none = { notify: "none" } as const;
const muted = { muted: true };
const before = { muted: true, mutedUntil: new Date(now.getTime() + 1) };
const lapsed = { muted: true, mutedUntil: now };

/** The whole rule: what a room is set to × what is said × the hour. */
const table: [string, Given["place"], Given["message"], Given["person"], Decision][] = [
  // Room set to    the message    the person   what comes of it
  ["all", {}, {}, {}, tell],
  ["all", {}, named, {}, tell],
  ["all", {}, urgent, {}, tell],
  ["all", {}, {}, quiet, later],
  ["all", {}, named, quiet, later],
  ["all", {}, urgent, quiet, tell],
  ["all", {}, {}, dnd, never("do_not_disturb")],
  ["all", {}, named, dnd, never("do_not_disturb")],
  ["all", {}, urgent, dnd, tell],
  ["all", {}, {}, { ...quiet, ...dnd }, never("do_not_disturb")],
  ["all", {}, {}, { ...quiet, timezone: "Europe/Madrid" }, tell],
  ["all", {}, {}, { ...quiet, onDuty: true }, tell],
  ["all", {}, {}, { ...quiet, ...dnd, onDuty: true }, never("do_not_disturb")],
  ["mentions", mentions, {}, {}, never("level")],
  ["mentions", mentions, named, {}, tell],
  ["mentions", mentions, urgent, {}, tell],
  ["mentions", mentions, {}, quiet, never("level")],
  ["mentions", mentions, named, quiet, later],
  ["mentions", mentions, urgent, quiet, tell],
  ["mentions", mentions, named, dnd, never("do_not_disturb")],
  ["none", none, {}, {}, never("level")],
  ["none", none, named, {}, never("level")],
  ["none", none, urgent, {}, never("level")],
  ["muted", muted, {}, {}, never("muted")],
  ["muted", muted, named, {}, never("muted")],
  ["muted", muted, urgent, {}, never("muted")],
  ["muted for a while", before, named, {}, never("muted")],
  ["muted until just now", lapsed, {}, {}, tell],
  ["muted until just now", lapsed, {}, quiet, later],
];

describe("what comes of a message", () => {
  it.each(table)("%s %j %j %j", (_, place = {}, message = {}, person = {}, expected) => {
    expect(decideNotification(facts({ place, message, person }))).toEqual(expected);
    // Whoever is at another device is given time to see it there; what is urgent does not wait.
    const inUse = decideNotification(facts({ place, message, person, inUse: true }));
    expect(inUse).toEqual(expected === tell && !message.urgent ? wait : expected);
    for (const [refused, why] of refusals) {
      const given = { person: { ...person, ...refused.person }, place: { ...place, ...refused.place } };
      expect(decideNotification(facts({ ...given, message: { ...message, ...refused.message } }))).toEqual(never(why));
    }
  });
});

/** Nothing reaches those, whatever else is the case. */
const refusals: [Given, Extract<Decision, { tell: "never" }>["why"]][] = [
  [{ person: { active: false } }, "inactive"],
  [{ place: { inRoom: false } }, "outside"],
  [{ message: { own: true } }, "own"],
  [{ message: { system: true } }, "system"],
  [{ message: { deleted: true } }, "deleted"],
  [{ message: { blocked: true } }, "blocked"],
  [{ place: { read: true } }, "read"],
];

describe("quiet hours", () => {
  const until = (hours: typeof nights, zone: string, at: string) =>
    quietUntil(hours, zone, new Date(at))?.toISOString() ?? null;
  const weekend = { days: [6, 0], start: "00:00", end: "00:00" };
  it.each([
    ["before they begin", nights, "UTC", "2026-05-06T21:59:59Z", null],
    ["as they begin", nights, "UTC", "2026-05-06T22:00:00Z", "2026-05-07T07:00:00.000Z"],
    ["after midnight", nights, "UTC", "2026-05-07T06:59:30Z", "2026-05-07T07:00:00.000Z"],
    ["as they end", nights, "UTC", "2026-05-07T07:00:00Z", null],
    ["on a day that is not chosen", { ...nights, days: [4] }, "UTC", "2026-05-06T23:00:00Z", null],
    [
      "in the night that a chosen day began",
      { ...nights, days: [3] },
      "UTC",
      "2026-05-07T03:00:00Z",
      "2026-05-07T07:00:00.000Z",
    ],
    ["in the night before a chosen day", { ...nights, days: [4] }, "UTC", "2026-05-07T03:00:00Z", null],
    ["from Saturday into Sunday", { ...nights, days: [6] }, "UTC", "2026-05-10T01:00:00Z", "2026-05-10T07:00:00.000Z"],
    ["of two whole days", weekend, "Europe/Madrid", "2026-05-09T10:00:00Z", "2026-05-10T22:00:00.000Z"],
    ["where the clock goes forward", nights, "Europe/Madrid", "2026-03-28T23:00:00Z", "2026-03-29T05:00:00.000Z"],
    ["where the clock goes back", nights, "Europe/Madrid", "2026-10-24T22:00:00Z", "2026-10-25T06:00:00.000Z"],
    [
      "by day",
      { days: [3], start: "09:00", end: "17:30" },
      "Asia/Kolkata",
      "2026-05-06T10:00:00Z",
      "2026-05-06T12:00:00.000Z",
    ],
    ["on no day", { ...nights, days: [] }, "UTC", "2026-05-06T23:00:00Z", null],
  ])("%s", (_, hours, zone, at, end) => expect(until(hours, zone, at)).toBe(end));
});

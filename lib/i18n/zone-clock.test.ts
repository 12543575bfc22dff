import { expect, test } from "vitest";
import { knownZones } from "@/lib/client/known-zones";
import { zoneTime } from "@/lib/client/zone-time";
import { zoneClock } from "./zone-clock";

const now = Date.parse("2026-11-29T12:00:00Z");
const zones = [
  ...["UTC", "Europe/Madrid", "America/New_York", "America/St_Johns", "Asia/Ho_Chi_Minh", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo"],
];

test.each(zones)("the clock of %s is what the platform says, at every hour of the years that are known", (zone) => {
  const clock = zoneClock(zone, now);
  const format = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
  knownZones.set(zone, clock);
  const [[start]] = clock.changes as [[number, number]];
  const wrong: string[] = [];
  for (let at = start; at < clock.until; at += 60 * 60_000) {
    const shown = zoneTime(new Date(at), zone);
    if (shown !== format.format(at).replace(" ", "T")) wrong.push(shown);
  }
  expect(wrong).toEqual([]);
});

test("a clock is changed at its very minute, and not yet before", () => {
  knownZones.set("Europe/Madrid", zoneClock("Europe/Madrid", now));
  expect(zoneTime("2026-10-25T00:59:59Z", "Europe/Madrid")).toBe("2026-10-25T02:59");
  expect(zoneTime("2026-10-25T01:00:00Z", "Europe/Madrid")).toBe("2026-10-25T02:00");
  expect(zoneTime("2027-03-28T01:00:00Z", "Europe/Madrid")).toBe("2027-03-28T03:00");
});

test("what is out of reach, or of a zone that nobody has told of, is asked of the platform", () => {
  knownZones.set("America/New_York", zoneClock("America/New_York", now));
  expect(zoneTime("1999-07-04T12:00:00Z", "America/New_York")).toBe("1999-07-04T08:00");
  expect(zoneTime("2049-07-04T12:00:00Z", "America/New_York")).toBe("2049-07-04T08:00");
  expect(zoneTime("2026-11-28T23:30:00Z", "Asia/Tokyo")).toBe("2026-11-29T08:30");
});

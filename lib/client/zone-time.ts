import { knownZones } from "@/lib/client/known-zones";

const MINUTE = 60_000;
const DIGITS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock in `zone` shows at a moment: "2026-11-29T13:05". A browser's first `Intl.DateTimeFormat` takes as long as
 * all rows of a room together, so that what the server knows of the zone is used where it reaches.
 */
export function zoneTime(time: string | Date, zone: string): string {
  const at = typeof time === "string" ? Date.parse(time) : time.getTime();
  const clock = knownZones.get(zone);
  const change = clock && at < clock.until ? clock.changes.findLast(([from]) => from <= at) : undefined;
  if (change) return new Date(at + change[1] * MINUTE).toISOString().slice(0, 16);
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hourCycle: "h23", ...DIGITS });
  formats.set(zone, format);
  return format.format(at).replace(" ", "T");
}

import type { QuietHours } from "@/lib/contract/shapes";

const minute = 60_000;
const day = 24 * 60;
const week = 7 * day;

/**
 * When the quiet hours that `now` lies in will end; null outside of them. A day counts by where a stretch begins: 22:00 to
 * 07:00 on a Friday ends on Saturday morning. An end that equals the start is a whole day.
 */
export function quietUntil(hours: QuietHours | null, timeZone: string, now: Date): Date | null {
  if (!hours || hours.days.length === 0) return null;
  const start = minutesOf(hours.start);
  const length = (minutesOf(hours.end) - start + day) % day || day;
  const here = minuteOfWeek(now, timeZone);
  let left = 0;
  // Of stretches that follow each other without a pause, the last one counts.
  for (let looked = 0; looked < 7 + 1; looked += 1) {
    const reach = Math.max(...hours.days.map((weekday) => leftOf(weekday * day + start, length, here + left)));
    if (reach <= 0) break;
    left += reach;
  }
  if (left === 0) return null;
  const until = new Date(Math.floor(now.getTime() / minute) * minute + left * minute);
  // Where the clock is put forward or back meanwhile, an hour on the wall is none in time.
  const off = (minuteOfWeek(until, timeZone) - ((here + left) % week) + week + week / 2) % week;
  return new Date(until.getTime() - (off - week / 2) * minute);
}

/** How much is left of a stretch that begins at this minute of the week; 0 when this is no part of it. */
function leftOf(begins: number, length: number, here: number): number {
  const into = (((here - begins) % week) + week) % week;
  return into < length ? length - into : 0;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** One of a zone, for making it takes far longer than asking it. */
const mostClocks = 500;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

function minuteOfWeek(at: Date, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return weekdays.indexOf(part("weekday")) * day + Number(part("hour")) * 60 + Number(part("minute"));
}

/** How many minutes the clocks of a zone are ahead of UTC: from each moment (ms) on, oldest first, known `until` a moment. */
export type ZoneClock = { changes: readonly (readonly [from: number, minutes: number])[]; until: number };

const DAY = 24 * 60 * 60 * 1000;
/** Reckoned for so many days before and after today: what people look at first. */
const BACK = 3 * 366;
const AHEAD = 2 * 366;

const made = new Map<string, { day: number; clock: ZoneClock }>();

/** When the clocks of `zone` (an IANA name that this server knows) are changed, in the years around `now`. */
export function zoneClock(zone: string, now = Date.now()): ZoneClock {
  const day = Math.floor(now / DAY);
  const held = made.get(zone);
  if (held?.day === day) return held.clock;
  const clock = reckon(zone, (day - BACK) * DAY, (day + AHEAD) * DAY);
  made.set(zone, { day, clock });
  return clock;
}

function reckon(zone: string, start: number, until: number): ZoneClock {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const minutesAt = (at: number) => offset(format.format(at));
  const changes: [from: number, minutes: number][] = [[start, minutesAt(start)]];
  // No zone changes its clocks twice within two weeks (Ramadan in Morocco lasts four).
  for (let from = start; from < until; from += 14 * DAY) {
    const to = Math.min(from + 14 * DAY, until);
    const minutes = minutesAt(to);
    if (minutes !== minutesAt(from)) changes.push([changeBetween(from, to, minutesAt), minutes]);
  }
  return { changes, until };
}

/** The moment between two at which the clocks are changed; that is always at a full minute. */
function changeBetween(from: number, to: number, minutesAt: (at: number) => number): number {
  const after = minutesAt(to);
  let [before, since] = [from / 60_000, to / 60_000];
  while (since - before > 1) {
    const middle = Math.floor((before + since) / 2);
    if (minutesAt(middle * 60_000) === after) since = middle;
    else before = middle;
  }
  return since * 60_000;
}

/** "11/29/2026, GMT-03:30" is 210 minutes behind. */
function offset(text: string): number {
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

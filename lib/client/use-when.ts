import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from "use-intl";
import { dayDistance } from "@/lib/client/day-distance";
import { minute } from "@/lib/client/minute";
import { zoneTime } from "@/lib/client/zone-time";

/** A day's name for comparison, in the reader's zone: "2026-11-29". */
export function dayKey(time: string | Date, timeZone: string | undefined): string {
  return zoneTime(time, timeZone ?? "UTC").slice(0, 10);
}

const styles = {
  short: {
    week: { weekday: "short" },
    year: { day: "numeric", month: "short" },
    older: { day: "numeric", month: "short", year: "numeric" },
  },
  long: {
    week: { weekday: "long", day: "numeric", month: "long" },
    year: { weekday: "long", day: "numeric", month: "long" },
    older: { day: "numeric", month: "long", year: "numeric" },
  },
} as const;

/** How the page writes a day already: what takes the place of the server's says what that one said, without `Intl`. */
function drawnDay(mark: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  return document.querySelector(`[data-day="${mark}"]`)?.textContent;
}

export function useWhen() {
  const format = useFormatter();
  const t = useTranslations("chats");
  const timeZone = useTimeZone();
  const locale = useLocale();
  const first = useNow();
  // What is said changes with the day alone: nothing is drawn again each minute.
  const today = minute.use((tick) => dayKey(tick ?? first, timeZone));
  const clock = (time: string) => zoneTime(time, timeZone ?? "UTC").slice(11);
  const distance = (time: string) => dayDistance(dayKey(time, timeZone), today);
  const mark = (style: keyof typeof styles, time: string) =>
    `${locale} ${style} ${distance(time)} ${dayKey(time, timeZone)}`;
  const date = (style: keyof typeof styles, time: string, away: keyof typeof styles.long) =>
    drawnDay(mark(style, time)) ?? format.dateTime(new Date(time), styles[style][away]);
  return {
    clock,
    /** As `data-day` of the element that says `short` or `day` (long) alone: what it says is then not made anew. */
    mark,
    /** For rows of a list: the time today, then the day. */
    short: (time: string) => {
      const away = distance(time);
      if (away === "today") return clock(time);
      return away === "yesterday" ? t(away) : date("short", time, away);
    },
    /** For separators between days. */
    day: (time: string) => {
      const away = distance(time);
      return away === "today" || away === "yesterday" ? t(away) : date("long", time, away);
    },
    full: (time: string) =>
      format.dateTime(new Date(time), {
        day: "numeric",
        month: "short",
        ...(distance(time) === "older" && { year: "numeric" }),
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }),
  };
}

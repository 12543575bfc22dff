import { useFormatter, useNow, useTimeZone, useTranslations } from "use-intl";
import { minute } from "@/lib/client/minute";

const DAY = 24 * 60 * 60 * 1000;
const dayNames = new Map<string, Intl.DateTimeFormat>();

/** A day's name for comparison, in the reader's zone. */
export function dayKey(time: string | Date, timeZone: string | undefined): string {
  const zone = timeZone ?? "UTC";
  const format = dayNames.get(zone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  dayNames.set(zone, format);
  return format.format(typeof time === "string" ? new Date(time) : time);
}

export function useWhen() {
  const format = useFormatter();
  const t = useTranslations("chats");
  const timeZone = useTimeZone();
  const first = useNow();
  const now = minute.use((tick) => tick) ?? first;
  const clock = (time: string) =>
    format.dateTime(new Date(time), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const distance = (time: string) => {
    const then = dayKey(time, timeZone);
    if (then === dayKey(now, timeZone)) return "today";
    if (then === dayKey(new Date(now.getTime() - DAY), timeZone)) return "yesterday";
    const age = now.getTime() - new Date(time).getTime();
    return age > 0 && age < 6 * DAY ? "week" : age < 300 * DAY ? "year" : "older";
  };
  return {
    clock,
    /** For rows of a list: the time today, then the day. */
    short: (time: string) => {
      switch (distance(time)) {
        case "today":
          return clock(time);
        case "yesterday":
          return t("yesterday");
        case "week":
          return format.dateTime(new Date(time), { weekday: "short" });
        case "year":
          return format.dateTime(new Date(time), { day: "numeric", month: "short" });
        case "older":
          return format.dateTime(new Date(time), { day: "numeric", month: "short", year: "numeric" });
      }
    },
    /** For separators between days. */
    day: (time: string) => {
      switch (distance(time)) {
        case "today":
          return t("today");
        case "yesterday":
          return t("yesterday");
        case "week":
        case "year":
          return format.dateTime(new Date(time), { weekday: "long", day: "numeric", month: "long" });
        case "older":
          return format.dateTime(new Date(time), { day: "numeric", month: "long", year: "numeric" });
      }
    },
    full: (time: string) =>
      format.dateTime(new Date(time), {
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }),
  };
}

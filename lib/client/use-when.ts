import { useFormatter, useNow, useTimeZone, useTranslations } from "use-intl";
import { dayDistance } from "@/lib/client/day-distance";
import { minute } from "@/lib/client/minute";

const dayNames = new Map<string, Intl.DateTimeFormat>();
const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

/** A day's name for comparison, in the reader's zone: "2026-11-29". */
export function dayKey(time: string | Date, timeZone: string | undefined): string {
  const zone = timeZone ?? "UTC";
  const format = dayNames.get(zone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...digits });
  dayNames.set(zone, format);
  return format.format(typeof time === "string" ? new Date(time) : time);
}

export function useWhen() {
  const format = useFormatter();
  const t = useTranslations("chats");
  const timeZone = useTimeZone();
  const first = useNow();
  // What is said changes with the day alone: nothing is drawn again each minute.
  const today = minute.use((tick) => dayKey(tick ?? first, timeZone));
  const clock = (time: string) =>
    format.dateTime(new Date(time), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const distance = (time: string) => dayDistance(dayKey(time, timeZone), today);
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

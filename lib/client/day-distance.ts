const DAY = 24 * 60 * 60 * 1000;

export type DayDistance = "today" | "yesterday" | "week" | "year" | "older";

/** How one speaks of the `day` (such as "2026-11-29") when it is `today`: by name, weekday, date, or date with its year. */
export function dayDistance(day: string, today: string): DayDistance {
  const age = (Date.parse(today) - Date.parse(day)) / DAY;
  if (age === 0) return "today";
  if (age === 1) return "yesterday";
  return age > 0 && age < 6 ? "week" : age < 300 ? "year" : "older";
}

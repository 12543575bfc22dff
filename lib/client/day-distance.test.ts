import { expect, test } from "vitest";
import { dayDistance } from "./day-distance";
import { dayKey } from "./use-when";

test.each([
  ["2026-11-29", "today"],
  ["2026-11-28", "yesterday"],
  ["2026-11-27", "week"],
  ["2026-11-24", "week"],
  // The same weekday name would be understood as the one to come.
  ["2026-11-23", "year"],
  ["2026-02-03", "year"],
  ["2026-02-02", "older"],
  ["2025-11-29", "older"],
  ["2026-11-30", "year"],
])("%s is spoken of as %s", (day, distance) => {
  expect(dayDistance(day, "2026-11-29")).toBe(distance);
});

test("a month ends, a clock is changed and a leap year has its day", () => {
  expect(dayDistance("2026-10-31", "2026-11-01")).toBe("yesterday");
  expect(dayDistance("2026-03-28", "2026-03-29")).toBe("yesterday");
  expect(dayDistance("2028-02-28", "2028-03-01")).toBe("week");
});

test("the day of a time is the reader's own", () => {
  expect(dayKey("2026-11-28T23:30:00Z", "Asia/Ho_Chi_Minh")).toBe("2026-11-29");
  expect(dayKey("2026-11-29T00:30:00Z", "America/New_York")).toBe("2026-11-28");
  expect(dayKey(new Date("2026-11-29T12:00:00Z"), undefined)).toBe("2026-11-29");
});

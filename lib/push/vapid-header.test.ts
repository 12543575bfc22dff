import { decodeJwt } from "jose";
import { afterEach, expect, it, vi } from "vitest";
import { vapidHeader } from "./vapid-header";

afterEach(() => vi.useRealTimers());

const token = (header: string) => /^vapid t=([^,]+), k=\S+$/.exec(header)?.[1] ?? "";

it("signs once for all that goes to one service, for each by itself, and anew long before it ends", () => {
  vi.useFakeTimers({ now: new Date("2026-05-06T12:00:00Z") });
  const [one, other] = ["https://push.example.com", "https://updates.example.org"];
  const first = vapidHeader(one);
  expect(decodeJwt(token(first))).toMatchObject({ aud: one, exp: Date.parse("2026-05-07T00:00:00Z") / 1000 });
  expect(decodeJwt(token(vapidHeader(other))).aud).toBe(other);
  vi.advanceTimersByTime(29 * 60_000);
  expect(vapidHeader(one)).toBe(first);
  vi.advanceTimersByTime(2 * 60_000);
  expect(decodeJwt(token(vapidHeader(one))).exp).toBe(Date.parse("2026-05-07T00:31:00Z") / 1000);
});

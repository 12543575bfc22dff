import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TypingHint } from "./hint";
import { noteTyping, typingNow } from "./typing-state";

const room = "0190a0a0-0000-7000-8000-000000000002";
const sign = (is_typing: boolean): TypingHint => ({
  kind: "typing",
  room,
  user_id: 1,
  username: "ada",
  full_name: "Ada",
  is_typing,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  noteTyping(sign(false), () => undefined);
  vi.useRealTimers();
});

test("typing on is announced every three seconds, not at every key", () => {
  const loud = [0, 1, 2, 3, 4].map(() => {
    const heard = noteTyping(sign(true), () => undefined);
    vi.advanceTimersByTime(1000);
    return heard;
  });
  expect(loud).toEqual([true, false, false, true, false]);
});

test("a sign lapses by itself after ten seconds", () => {
  const ends: TypingHint[] = [];
  noteTyping(sign(true), (end) => ends.push(end));
  vi.advanceTimersByTime(9_999);
  expect(typingNow(room)).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(typingNow(room)).toEqual([]);
  expect(ends).toEqual([{ ...sign(false), hidden_from: [] }]);
});

test("the end of nothing is not announced", () => {
  expect(noteTyping(sign(false), () => undefined)).toBe(false);
});

import { useEffect } from "react";
import { createStore } from "@/lib/client/store";

const SHELF = "aristay.unread";

/**
 * Rooms that the reader wants to come back to, by the number of the message to begin with. Kept on this device alone:
 * for everybody else what was read stays read.
 */
const marks = createStore<Readonly<Record<string, number>>>({});
let restored = false;

function stored(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(SHELF) ?? "{}") as Record<string, number>;
  } catch {
    // Without storage a mark lasts as long as the page.
    return {};
  }
}

function restore(): void {
  if (restored) return;
  restored = true;
  marks.set(stored());
}

function keep(next: Record<string, number>): void {
  marks.set(next);
  try {
    localStorage.setItem(SHELF, JSON.stringify(next));
  } catch {
    // As above.
  }
}

export function markUnread(room: string, seq: number): void {
  restore();
  keep({ ...marks.get(), [room]: seq });
}

/** Where the mark is. May be asked while something is drawn, so it changes nothing. */
export function unreadMark(room: string): number | null {
  return (restored ? marks.get() : stored())[room] ?? null;
}

/** Takes the mark off, and says where it was. */
export function takeUnreadMark(room: string): number | null {
  restore();
  const { [room]: seq, ...others } = marks.get();
  if (seq === undefined) return null;
  keep(others);
  return seq;
}

export function useMarkedUnread(room: string): boolean {
  useEffect(restore, []);
  return marks.use((now) => now[room] !== undefined);
}

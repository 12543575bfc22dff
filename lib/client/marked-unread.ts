import { createStore } from "@/lib/client/store";

const SHELF = "aristay.unread";

/**
 * Rooms that the reader wants to come back to, by the number of the message to begin with. Kept on this device alone:
 * for everybody else what was read stays read.
 */
const marks = createStore<Readonly<Record<string, number>>>({});
let restored = false;

function restore(): void {
  if (restored) return;
  restored = true;
  try {
    marks.set(JSON.parse(localStorage.getItem(SHELF) ?? "{}") as Record<string, number>);
  } catch {
    // Without storage a mark lasts as long as the page.
  }
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

/** Takes the mark off, and says where it was. */
export function takeUnreadMark(room: string): number | null {
  restore();
  const { [room]: seq, ...others } = marks.get();
  if (seq === undefined) return null;
  keep(others);
  return seq;
}

export function useMarkedUnread(room: string): boolean {
  return marks.use((now) => now[room] !== undefined);
}

import type { TypingHint } from "./hint";

export type TypingNow = {
  id: string;
  room: string;
  user_id: number;
  username: string;
  full_name: string;
  started_at: string;
};

type Sign = TypingNow & { announcedAt: number; lapse: NodeJS.Timeout; hiddenFrom: number[] };

/** A sign of typing lapses by itself: a client that dies cannot take it back. */
const lapseAfter = 10_000;
/** Between two announcements of somebody who types on. */
const throttle = 3_000;

const slot = Symbol.for("aristay.typing");
const globals = globalThis as typeof globalThis & { [slot]?: Map<string, Map<number, Sign>> };
const rooms = () => (globals[slot] ??= new Map());

/** Who types in the room just now, the longest first. */
export function typingNow(room: string): TypingNow[] {
  return [...(rooms().get(room)?.values() ?? [])].map(
    ({ announcedAt: _, lapse: __, hiddenFrom: ___, ...sign }) => sign,
  );
}

/**
 * Takes in a sign of typing. False when the others need not hear of it: a repetition, or the end of nothing.
 * `lapsed` is called when the sign ends by itself.
 */
export function noteTyping(hint: TypingHint, lapsed: (end: TypingHint) => void): boolean {
  const { room, user_id, username, full_name } = hint;
  if (!hint.is_typing) return forgetTyping(room, user_id) !== undefined;
  const signs = rooms().get(room) ?? new Map<number, Sign>();
  rooms().set(room, signs);
  const before = signs.get(user_id);
  if (before) clearTimeout(before.lapse);
  const now = performance.now();
  const loud = !before || now - before.announcedAt >= throttle;
  const lapse = setTimeout(() => {
    const end = forgetTyping(room, user_id);
    if (end) lapsed(end);
  }, lapseAfter);
  lapse.unref();
  signs.set(user_id, {
    id: `${room}:${user_id}`,
    room,
    user_id,
    username,
    full_name,
    started_at: before?.started_at ?? new Date().toISOString(),
    announcedAt: loud ? now : before.announcedAt,
    lapse,
    hiddenFrom: hint.hidden_from ?? [],
  });
  return loud;
}

/** Ends a sign of typing, as sending a message does; the hint to give on, or undefined when there was none. */
export function forgetTyping(room: string, userId: number): TypingHint | undefined {
  const signs = rooms().get(room);
  const sign = signs?.get(userId);
  if (!signs || !sign) return undefined;
  clearTimeout(sign.lapse);
  signs.delete(userId);
  if (signs.size === 0) rooms().delete(room);
  return {
    kind: "typing",
    room,
    user_id: userId,
    username: sign.username,
    full_name: sign.full_name,
    is_typing: false,
    hidden_from: sign.hiddenFrom,
  };
}

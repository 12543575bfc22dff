import type { TypingEvent } from "@/lib/contract/events";
import type { ChatSocket } from "@/lib/client/socket";
import { createStore } from "@/lib/client/store";

type Typist = { user_id: number; username: string; until: number };

/** A sign of typing lapses by itself when no other follows. */
const LAPSE = 10_000;
const NOBODY: Typist[] = [];

const typing = createStore<Record<string, Typist[]>>({});

function put(sign: TypingEvent): void {
  typing.set((now) => {
    const others = (now[sign.room] ?? NOBODY).filter((typist) => typist.user_id !== sign.user_id);
    const until = Date.now() + LAPSE;
    const next = sign.is_typing ? [...others, { user_id: sign.user_id, username: sign.username, until }] : others;
    return { ...now, [sign.room]: next.length > 0 ? next : NOBODY };
  });
}

function lapse(): void {
  const now = Date.now();
  typing.set((rooms) => {
    const entries = Object.entries(rooms);
    if (!entries.some(([, typists]) => typists.some((typist) => typist.until < now))) return rooms;
    return Object.fromEntries(entries.map(([room, typists]) => [room, typists.filter((t) => t.until >= now)]));
  });
}

/** Somebody whose message has arrived is not typing it any more. */
export function stoppedTyping(room: string, user: number): void {
  if (typing.get()[room]?.some((typist) => typist.user_id === user)) {
    put({ room, user_id: user, username: "", is_typing: false });
  }
}

export function noteTyping(socket: ChatSocket, me: () => number): () => void {
  const onTyping = (sign: TypingEvent) => {
    if (sign.user_id !== me()) put(sign);
  };
  socket.on("typing", onTyping);
  const timer = setInterval(lapse, 1_000);
  return () => {
    clearInterval(timer);
    socket.off("typing", onTyping);
  };
}

export function useTypists(room: string): Typist[] {
  return typing.use((rooms) => rooms[room] ?? NOBODY);
}

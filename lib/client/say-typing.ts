import { useEffect } from "react";
import { isConnected, say } from "@/lib/client/socket";

/** At most so often (ms). */
const REPEAT = 4_000;

let lastSaid: { room: string; at: number } | null = null;

/** Tells the room that one types: at most every few seconds, and once more when done. */
export function sayTyping(room: string, isTyping: boolean): void {
  if (!isConnected()) return;
  if (isTyping && lastSaid?.room === room && Date.now() - lastSaid.at < REPEAT) return;
  if (!isTyping && lastSaid?.room !== room) return;
  lastSaid = isTyping ? { room, at: Date.now() } : null;
  say("typing", { room, is_typing: isTyping });
}

export function useStopTypingOnLeave(room: string): void {
  useEffect(() => () => sayTyping(room, false), [room]);
}

import { useSyncExternalStore } from "react";

const PREFIX = "aristay.draft.";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was begun in a room and not sent, on this device. */
export function readDraft(room: string): string {
  try {
    return localStorage.getItem(PREFIX + room) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(room: string, text: string): void {
  try {
    if (text.trim() === "") localStorage.removeItem(PREFIX + room);
    else localStorage.setItem(PREFIX + room, text);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export function useDraft(room: string): string {
  return useSyncExternalStore(
    subscribe,
    () => readDraft(room),
    () => "",
  );
}

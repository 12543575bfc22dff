import { useSyncExternalStore } from "react";

export type EnterKey = "send" | "line";

const SHELF = "aristay.enter";
const listeners = new Set<() => void>();

/** What Enter does on this device: where there is a keyboard it sends, under a thumb it breaks the line. */
export function enterKey(): EnterKey {
  const usual = window.matchMedia("(pointer: coarse)").matches ? "line" : "send";
  try {
    const kept = localStorage.getItem(SHELF);
    return kept === "send" || kept === "line" ? kept : usual;
  } catch {
    return usual;
  }
}

export function keepEnterKey(choice: EnterKey): void {
  try {
    localStorage.setItem(SHELF, choice);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export function useEnterKey(): EnterKey {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enterKey,
    () => "send",
  );
}

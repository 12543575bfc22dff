import { createStore } from "@/lib/client/store";

/** The recording that plays; at most one does. */
export const nowPlaying = createStore<string | null>(null);
export const voiceSpeed = createStore(1);

/** After a recording the one below it, as long as there is one. */
export function playNext(after: string): void {
  const players = [...document.querySelectorAll<HTMLElement>("[data-voice]")].map((one) => one.dataset.voice);
  nowPlaying.set(players[players.indexOf(after) + 1] ?? null);
}

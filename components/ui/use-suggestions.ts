import { type KeyboardEvent, useState } from "react";

/**
 * Which of the suggestions for what is being typed is the present one, and the keys that move and take it. `word` is
 * what was typed; another word begins anew.
 */
export function useSuggestions<T>(word: string | null, find: (word: string) => T[]) {
  const [state, setState] = useState({ word, at: 0, closed: false });
  const current = state.word === word ? state : { word, at: 0, closed: false };
  const items = word === null || current.closed ? [] : find(word);
  const at = Math.min(current.at, items.length - 1);
  return {
    items,
    at,
    /** Returns whether the key was meant for the list. */
    onKey: (event: KeyboardEvent, choose: (item: T) => void): boolean => {
      const item = items[at];
      if (item === undefined) return false;
      if (event.key === "ArrowDown") setState({ ...current, at: (at + 1) % items.length });
      else if (event.key === "ArrowUp") setState({ ...current, at: (at + items.length - 1) % items.length });
      else if (event.key === "Enter" || event.key === "Tab") choose(item);
      else if (event.key === "Escape") setState({ ...current, closed: true });
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

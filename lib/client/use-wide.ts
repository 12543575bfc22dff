import { useSyncExternalStore } from "react";

/** From this width on, three panes stand side by side: `--breakpoint-wide` of the style sheet. */
const wide = "(min-width: 75rem)";

const listen = (onChange: () => void) => {
  const query = window.matchMedia(wide);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
};

export const isWide = (): boolean => window.matchMedia(wide).matches;

/** False in the server's HTML, which does not know. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, isWide, () => false);
}

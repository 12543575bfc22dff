import { createStore } from "@/lib/client/store";

/** What is open over any page: the way to everywhere, or what the keys do. */
export const overPage = createStore<"switcher" | "shortcuts" | null>(null);

/** What a key opens on any page; null for one that means nothing. None is a character alone (WCAG 2.1.4). */
export function opensOverPage(event: KeyboardEvent): "switcher" | "shortcuts" | null {
  if (event.altKey || !(event.metaKey || event.ctrlKey)) return null;
  // On many keyboards a slash needs Shift.
  if (event.key === "/") return "shortcuts";
  return !event.shiftKey && event.key.toLowerCase() === "k" ? "switcher" : null;
}

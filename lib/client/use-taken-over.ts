import { useState, useSyncExternalStore } from "react";

/**
 * Whether this stood in the server's HTML and is taken over from it. It stays what it was at first, so that nothing is
 * drawn a second time only to learn that the taking over has ended; for that there is `useHydrated`.
 */
export function useTakenOver(): boolean {
  const [place] = useState(newPlace);
  return useSyncExternalStore(never, place.now, place.inServersHtml);
}

const never = () => () => undefined;

/** React asks for the server's state while it takes over, and then alone. */
function newPlace() {
  let takenOver = false;
  return { now: () => takenOver, inServersHtml: () => (takenOver = true) };
}
